/** API tokens: for programs of the owner's own, and for browsers of none. */

import type { Seconds } from '@covisa/protocol';
import { type Caller, FILE_TOKEN_CALLER, type Role } from './caller.js';
import { type AccessContext, checkNewName, withOneMore, without } from './context.js';
import { TOKENS_MAX, type TokenRecord } from './records.js';
import { makeId, makeSecret, secretDigest } from './secrets.js';

/** A token without its secret. */
export interface TokenView {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly created: Seconds;
}

/** The API tokens of the node. */
export class Tokens {
  readonly #context: AccessContext;
  readonly #fileDigest: string;

  /** `fileToken` lies in the data folder, and is an owner's. */
  constructor(context: AccessContext, fileToken: string) {
    this.#context = context;
    this.#fileDigest = this.#digest(fileToken);
  }

  /** In the order in which they were made. */
  list(): readonly TokenView[] {
    return this.#context.book.record.tokens.map(tokenView);
  }

  /** Makes a token; its secret is shown this once. @throws NodeError CONFLICT */
  async add(name: string, role: Role): Promise<TokenView & { readonly token: string }> {
    const { book, now, random } = this.#context;
    const secret = makeSecret(random);
    const digest = this.#digest(secret);
    const token = { id: makeId(random), name, role, digest, created: now() };
    await book.change((record) => {
      checkNewName(record.tokens, name, 'tokens');
      return { ...record, tokens: withOneMore(record.tokens, token, TOKENS_MAX, 'tokens') };
    });
    return { ...tokenView(token), token: secret };
  }

  /** @throws NodeError NOT_FOUND */
  async remove(id: string): Promise<void> {
    await this.#context.book.change((record) => ({
      ...record,
      tokens: without(record.tokens, id, 'tokens'),
    }));
  }

  /** Who holds a token; null: nobody does. Compared by digest: time tells nothing of a token. */
  caller(secret: string): Caller | null {
    const digest = this.#digest(secret);
    if (digest === this.#fileDigest) return FILE_TOKEN_CALLER;
    const token = this.#context.book.record.tokens.find((one) => one.digest === digest);
    if (token === undefined) return null;
    const { id, name, role } = token;
    return { kind: 'token', role, person: null, token: id, name };
  }

  #digest(secret: string): string {
    return secretDigest('token', secret, this.#context.sha256);
  }
}

function tokenView({ id, name, role, created }: TokenRecord): TokenView {
  return { id, name, role, created };
}
