/**
 * The node under test: what is asked of it over HTTP, and what several tests need of it and is
 * therefore made once. Everything here follows spec/http.md.
 */

import {
  encodeBase64url,
  encodeUtf8,
  INCARNATIONS_MAX,
  openingChain,
  parseBase64url,
  type Seconds,
  type SpaceId,
  shape,
  spaceId,
} from '@covisa/protocol';
import type { Clock } from '../platform/clock.js';
import { ed25519 } from '../platform/ed25519.js';
import type { Answer, Send } from '../platform/http.js';
import type { Listen } from '../platform/listener.js';
import type { RandomBytes } from '../platform/random.js';
import { documentOf } from './answers.js';
import { check, Failure, reading, Skip, same } from './expect.js';
import { checkAnswer, contentDigest, type RequestFields, signedHeaders } from './signing.js';
import { TestSpace } from './test-space.js';

/** How a node is tested. */
export interface NodeOptions {
  /** Without a path. */
  readonly origin: string;
  readonly send: Send;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Lets the node call test spaces; null: it is not on this machine. */
  readonly listen: Listen | null;
  readonly invite: string | null;
  readonly token: string | null;
  /** Only tests whose title or chapter holds this text; null: all. */
  readonly only: string | null;
  /** For one test. */
  readonly timeoutMilliseconds: number;
}

/** Who the node says that it is, proved. */
export interface Discovery {
  readonly space: SpaceId;
  readonly incarnation: number;
  readonly name: string;
  readonly url: string | null;
  /** The bytes of the first entry of its latest log. */
  readonly opening: Uint8Array;
  /** 32 bytes each: those of the latest incarnation. */
  readonly logKey: Uint8Array;
  readonly witnessKey: Uint8Array;
  readonly peerKey: Uint8Array;
  /** Of X25519: what messages to the node are sealed to. */
  readonly boxKey: Uint8Array;
}

/** What a signed request may have that an honest one has not. */
export interface Changes {
  /** Fields before they are signed. */
  readonly fields?: Partial<RequestFields>;
  /** Headers after they were signed. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that are added to those of that name. */
  readonly more?: Readonly<Record<string, string>>;
  /** The name of a header that goes out twice. */
  readonly twice?: string;
  /** Signs in place of the caller's peer key: a seed of 32 bytes. */
  readonly seed?: Uint8Array;
  readonly contentType?: string;
}

/** An answer to a signed request, and the nonce that it has to name. */
export interface SignedAnswer {
  readonly answer: Answer;
  readonly nonce: string;
  /** To send the very same again. */
  readonly again: () => Promise<Answer>;
}

const entryText = shape.text({ min: 1, max: 22_000 });
const discoveryShape = shape.open({
  covisa: shape.literal(1),
  space: spaceId,
  incarnation: shape.integer(0, INCARNATIONS_MAX),
  name: shape.text({ min: 0, max: 80 }),
  url: shape.nullable(shape.text({ min: 8, max: 200 })),
  inception: entryText,
  resumes: shape.optional(shape.list(entryText, INCARNATIONS_MAX)),
});

function changedHeaders(
  signed: Readonly<Record<string, string>>,
  { headers, more = {}, twice }: Changes,
): Readonly<Record<string, string | readonly string[]>> {
  const changed = Object.entries({ ...signed, ...headers }).map(([name, value]) => {
    const added = more[name];
    const all = added === undefined ? value : `${value}, ${added}`;
    return [name, name === twice ? [all, all] : all] as const;
  });
  return Object.fromEntries(changed);
}

/** The node under test. */
export class Subject {
  readonly options: NodeOptions;
  readonly #made = new Map<string, Promise<unknown>>();
  readonly #ends: (() => Promise<void>)[] = [];
  /** The node's clock less this machine's, once a signed answer has told it. */
  #skew: Seconds = 0;

  constructor(options: NodeOptions) {
    this.options = options;
  }

  /** The time by the node's clock, as far as it is known. */
  now(): Seconds {
    return Math.floor(this.options.clock.now() / 1000) + this.#skew;
  }

  /**
   * What `make` gives, made once for all tests. The test that comes first sees what is wrong with
   * it, later ones cannot be run.
   */
  async once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const made = this.#made.get(name);
    if (made === undefined) {
      const fresh = make();
      this.#made.set(name, fresh);
      return fresh;
    }
    try {
      return (await made) as T;
    } catch (error) {
      if (error instanceof Skip) throw error;
      const why = error instanceof Error ? error.message : String(error);
      throw new Skip(`needs ${name}, which failed: ${why}`);
    }
  }

  /** Has something done when all tests have run. */
  atEnd(end: () => Promise<void>): void {
    this.#ends.push(end);
  }

  /** Does what was left for the end. */
  async end(): Promise<void> {
    for (const end of this.#ends) await end();
  }

  get(path: string): Promise<Answer> {
    return this.options.send({ method: 'GET', path });
  }

  post(path: string, content: Uint8Array, contentType: string): Promise<Answer> {
    const headers = { 'content-type': contentType };
    return this.options.send({ method: 'POST', path, headers, body: content });
  }

  postJson(path: string, body: unknown): Promise<Answer> {
    return this.post(path, encodeUtf8(JSON.stringify(body)), 'application/json');
  }

  /** Who the node is. */
  discovery(): Promise<Discovery> {
    return this.once('discovery', async () => {
      const said = documentOf(await this.get('/.well-known/covisa'), discoveryShape);
      const lines = reading('/.well-known/covisa', () =>
        [said.inception, ...(said.resumes ?? [])].map(parseBase64url),
      );
      const chain = reading('/.well-known/covisa', () => openingChain(said.space, lines));
      check(
        chain.checks.every((one) => ed25519.verify(one)),
        'resumes: expected the signatures of the recovery keys',
      );
      same('incarnation', said.incarnation, lines.length - 1);
      const { space, incarnation, name, url } = said;
      const { log, witness, peer, box } = chain.latest;
      return {
        ...{ space, incarnation, name, url, opening: lines.at(-1) ?? new Uint8Array() },
        logKey: parseBase64url(log),
        witnessKey: parseBase64url(witness),
        peerKey: parseBase64url(peer),
        boxKey: parseBase64url(box),
      };
    });
  }

  /** A space of the suite, made now. */
  newSpace(name: string): TestSpace {
    return new TestSpace(`Conformance ${name}`, this.options.random(32), this.now());
  }

  /** Sends a request that `caller` signs, with such changes as a test wants. */
  async call(
    caller: TestSpace,
    path: string,
    content: Uint8Array,
    changes: Changes = {},
  ): Promise<SignedAnswer> {
    const { space } = await this.discovery();
    const fields: RequestFields = {
      ...{ method: 'POST', path, query: '?', digest: contentDigest(content), recipient: space },
      ...{ created: this.now(), nonce: encodeBase64url(this.options.random(16)) },
      ...{ keyid: caller.id, alg: 'ed25519', tag: 'covisa', label: 'covisa' },
      ...changes.fields,
    };
    const headers = changedHeaders(
      {
        'content-type': changes.contentType ?? 'application/covisa-sync',
        'accept-encoding': 'gzip',
        ...signedHeaders(fields, changes.seed ?? caller.keys.peer),
      },
      changes,
    );
    const again = () => this.options.send({ method: 'POST', path, headers, body: content });
    return { answer: await again(), nonce: fields.nonce, again };
  }

  /** @throws Failure unless the node has signed the answer to this request */
  async checkSigned({ answer, nonce }: SignedAnswer): Promise<Seconds> {
    const { space, peerKey } = await this.discovery();
    return checkAnswer(answer, { space, peerKey, nonce });
  }

  /** The content of an answer of status 200 that the node has signed. */
  async signedCall(caller: TestSpace, path: string, content: Uint8Array, changes: Changes = {}) {
    const called = await this.call(caller, path, content, changes);
    await this.checkSigned(called);
    return called.answer;
  }

  /**
   * Learns the node's clock from a refusal, which it signs as every answer: the node may run on
   * another time than this machine.
   */
  learnClock(): Promise<void> {
    return this.once("the node's clock", async () => {
      const stranger = this.newSpace('stranger');
      const called = await this.call(stranger, '/covisa/v1/sync', new Uint8Array());
      if (called.answer.status === 200) throw new Failure('sync: expected a refusal of a stranger');
      const created = await this.checkSigned(called);
      this.#skew = created - Math.floor(this.options.clock.now() / 1000);
    });
  }

  /** Asks the people's routes with the token. @throws Skip without one */
  api(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
    const { token, send } = this.options;
    if (token === null) throw new Skip('needs --token <an API token of the node>');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    if (body === undefined) return send({ method, path, headers });
    return send({ method, path, headers, body: encodeUtf8(JSON.stringify(body)) });
  }
}
