/** Members' requests to the owner: one sealed document in the store. */

import {
  calendarDate,
  encodeBase64url,
  encodeUtf8,
  OBJECTION_CHARACTERS_MAX,
  parseUtf8,
  seconds,
  shape,
  spaceId,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import { Mutex } from '../mutex.js';
import type { MemberRequest, Objection, Requests } from '../services.js';
import type { View } from '../view.js';

const { list, literal, nullable, open, text } = shape;

const SETTING = 'member-requests';
/** Requests of one space: the oldest that are done make room. Bounds the document. */
const REQUESTS_MAX = 1000;
/** Objections of one member that wait: bounds what one phone can pile up. */
const WAITING_OF_MEMBER_MAX = 20;

const record = open({
  id: text({ min: 1, max: 32 }),
  kind: literal('objection', 'erasure'),
  member: text({ min: 1, max: 64 }),
  recorded: seconds,
  done: nullable(seconds),
  host: nullable(spaceId),
  date: nullable(calendarDate),
  note: nullable(text({ min: 0, max: OBJECTION_CHARACTERS_MAX })),
});
const records = list(record, REQUESTS_MAX);
type Record = shape.Shaped<typeof record>;

/** The requests. */
export class RequestBook implements Requests {
  readonly #context: Context;
  readonly #view: View;
  readonly #turns = new Mutex();

  constructor(context: Context, view: View) {
    this.#context = context;
    this.#view = view;
  }

  async list(): Promise<readonly MemberRequest[]> {
    const members = await this.#context.ports.store.members();
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const held = await this.#read();
    return held.map((one) => this.#shown(one, names.get(one.member) ?? null)).reverse();
  }

  done(id: string): Promise<MemberRequest> {
    return this.#turns.run(async () => {
      const held = await this.#read();
      const found = held.find((one) => one.id === id);
      if (!found) {
        throw new NodeError('NOT_FOUND', `request ${id}: expected one of a member, got none`, {
          remedy: '`covisa requests` shows them.',
        });
      }
      const done = { ...found, done: found.done ?? this.#context.now() };
      await this.#write(held.map((one) => (one === found ? done : one)));
      const member = await this.#context.ports.store.member(done.member);
      return this.#shown(done, member?.name ?? null);
    });
  }

  /** A second objection to the same visit takes the place of the first. */
  object(member: string, objection: Objection): Promise<void> {
    return this.#add({ kind: 'objection', member, ...objection });
  }

  /** Asked again, it is one wish. */
  wishErasure(member: string): Promise<void> {
    return this.#add({ kind: 'erasure', member, host: null, date: null, note: null });
  }

  /** Forgets what a member asked. */
  forget(member: string): Promise<void> {
    return this.#turns.run(async () => {
      const held = await this.#read();
      await this.#write(held.filter((one) => one.member !== member));
    });
  }

  #add(fresh: Omit<Record, 'id' | 'recorded' | 'done'>): Promise<void> {
    return this.#turns.run(async () => {
      const held = (await this.#read()).filter((one) => one.done !== null || !isSame(one, fresh));
      const isWaiting = ({ kind, done, member }: Record): boolean =>
        kind === 'objection' && done === null && member === fresh.member;
      // Who has objected to much may still be erased: of such wishes there is one a member.
      const waiting = fresh.kind === 'objection' ? held.filter(isWaiting) : [];
      const kept = held.length < REQUESTS_MAX ? held : withoutOldestDone(held);
      // WALLET-8: at most 20 objections of one member wait for the owner. A second one to the same
      // visit takes the place of the first, and so does a second wish to be erased.
      if (waiting.length >= WAITING_OF_MEMBER_MAX || kept.length >= REQUESTS_MAX) {
        throw new NodeError('CONFLICT', 'requests: too many wait for the owner already', {
          remedy: 'Talk to your home space.',
        });
      }
      const id = encodeBase64url(this.#context.ports.random.bytes(9));
      await this.#write([...kept, { ...fresh, id, recorded: this.#context.now(), done: null }]);
    });
  }

  #shown(one: Record, memberName: string | null): MemberRequest {
    const hostName = one.host && (this.#view.space(one.host)?.profile?.name ?? null);
    return { ...one, memberName, hostName };
  }

  async #read(): Promise<readonly Record[]> {
    const bytes = await this.#context.ports.store.setting(SETTING);
    return bytes === null ? [] : records.parse(JSON.parse(parseUtf8(bytes)));
  }

  #write(held: readonly Record[]): Promise<void> {
    return this.#context.ports.store.putSetting(SETTING, encodeUtf8(JSON.stringify(held)));
  }
}

function isSame(one: Record, other: Omit<Record, 'id' | 'recorded' | 'done'>): boolean {
  return (
    one.kind === other.kind &&
    one.member === other.member &&
    one.host === other.host &&
    one.date === other.date
  );
}

function withoutOldestDone(held: readonly Record[]): readonly Record[] {
  const oldest = held.find(({ done }) => done !== null);
  return held.filter((one) => one !== oldest);
}
