/** Sessions of browsers: how they begin elsewhere (sign-in.ts), who calls by one, and their end. */

import type { Seconds } from '@covisa/protocol';
import type { Caller, Role } from './caller.js';
import type { AccessContext } from './context.js';
import { type AccessRecord, SESSIONS_MAX, type SessionRecord } from './records.js';
import { makeSecret, secretDigest } from './secrets.js';

/** Without a request for so long a session ends: longer than a shift. */
const SESSION_IDLE_SECONDS: Seconds = 12 * 3600;
/** A session ends in any case. */
export const SESSION_SECONDS: Seconds = 7 * 86_400;
/** How often a use is written down. */
const USE_NOTED_SECONDS = 300;

/** Whom a session is for. */
export interface SessionStart {
  readonly role: Role;
  readonly person: string | null;
  readonly device: string | null;
}

/** The sessions of the node. */
export class Sessions {
  readonly #context: AccessContext;

  constructor(context: AccessContext) {
    this.#context = context;
  }

  /**
   * Begins a session, and ends the one that the browser had; gives the secret that it is to keep.
   * The secret is always drawn here, so that nobody can be signed in to a session that another one
   * knows. `check` looks at the document as it is by then: what was right when somebody began to
   * sign in may have been taken back since.
   * @throws what `check` throws
   */
  async begin(
    start: SessionStart,
    earlier: string | null,
    check: (record: AccessRecord) => void = () => undefined,
  ): Promise<string> {
    const { book, now, random } = this.#context;
    // ACCESS-10: each session has a secret of its own, drawn by the node, and ends the one that the
    // browser had.
    const secret = makeSecret(random);
    const session = { ...start, digest: this.#digest(secret), started: now(), used: now() };
    const ended = earlier === null ? null : this.#digest(earlier);
    await book.change((record) => {
      check(record);
      const lasting = record.sessions.filter((one) => one.digest !== ended && lasts(one, now()));
      const latest = [...lasting].sort((a, b) => a.used - b.used).slice(1 - SESSIONS_MAX);
      return { ...record, sessions: [...latest, session] };
    });
    return secret;
  }

  /** Ends a session, if there is one. */
  async end(secret: string): Promise<void> {
    const digest = this.#digest(secret);
    if (!this.#context.book.record.sessions.some((one) => one.digest === digest)) return;
    await this.#context.book.change((record) => ({
      ...record,
      sessions: record.sessions.filter((one) => one.digest !== digest),
    }));
  }

  /** Who calls by a session; null where it has ended or never was. */
  async caller(secret: string | null): Promise<Caller | null> {
    if (secret === null) return null;
    const { book, now } = this.#context;
    const digest = this.#digest(secret);
    const session = book.record.sessions.find((one) => one.digest === digest);
    if (session === undefined || !lasts(session, now())) return null;
    const caller = callerIn(book.record, session);
    if (caller !== null && now() - session.used >= USE_NOTED_SECONDS) await this.#noteUse(digest);
    return caller;
  }

  async #noteUse(digest: string): Promise<void> {
    const used = this.#context.now();
    await this.#context.book.change((record) => ({
      ...record,
      sessions: record.sessions.map((one) => (one.digest === digest ? { ...one, used } : one)),
    }));
  }

  #digest(secret: string): string {
    return secretDigest('session', secret, this.#context.sha256);
  }
}

function lasts({ started, used }: SessionRecord, now: Seconds): boolean {
  // ACCESS-9: a session ends after twelve hours without a request, and after seven days in any
  // case.
  return now - started < SESSION_SECONDS && now - used < SESSION_IDLE_SECONDS;
}

function callerIn(record: AccessRecord, { role, person: id }: SessionRecord): Caller | null {
  if (id === null) return { kind: 'session', role, person: null, token: null, name: 'Owner' };
  const person = record.people.find((one) => one.id === id);
  if (person === undefined) return null;
  return { kind: 'session', role, person: id, token: null, name: person.name };
}
