/**
 * Messages in SQLite: with whom, when and in which state is in clear, and the last day of an
 * introduction, so that it is found; everything else is sealed.
 */

import { dateOfDay, dayOfDate, type SpaceId, seconds, shape } from '@covisa/protocol';
import type { MessageHead, MessageState, Store, StoredMessage } from '../port.js';
import type { Database } from './database.js';
import { anyText, bytes, openJson, sealJson } from './sealed-json.js';

type MessageMethods = Pick<
  Store,
  'putMessages' | 'message' | 'messagesWith' | 'introductionsFrom' | 'messageHeads' | 'dropMessages'
>;

interface HeadRow {
  readonly direction: 'in' | 'out';
  readonly space: SpaceId;
  readonly id: string;
  readonly recorded: number;
  readonly state: MessageState;
  readonly until_day: number | null;
  readonly retry_at: number | null;
}
type Row = HeadRow & { readonly sealed: Uint8Array };

const sealedMessage = shape.open({
  document: shape.nullable(bytes),
  attempts: shape.integer(0),
  lastError: shape.nullable(anyText),
  delivered: shape.nullable(seconds),
});

function owner(direction: string, space: SpaceId, id: string): string {
  return `message ${direction} ${space} ${encodeURIComponent(id)}`;
}

function headOf(row: HeadRow): MessageHead {
  const { direction, space, id, recorded, state, until_day: until, retry_at: retryAt } = row;
  const expectedUntil = until === null ? null : dateOfDay(until);
  return { direction, space, id, recorded, state, expectedUntil, retryAt };
}

/** Stores messages. Runs inside a write transaction. */
function messageStorer({ db, sealer, spaces }: Database) {
  const replace = db.prepare(
    `INSERT INTO messages (direction, space, id, recorded, state, until_day, retry_at, sealed)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (space, direction, id) DO UPDATE SET recorded = excluded.recorded,
        state = excluded.state, until_day = excluded.until_day, retry_at = excluded.retry_at,
        sealed = excluded.sealed`,
  );
  return (message: StoredMessage): void => {
    const { direction, space, id, recorded, state, expectedUntil, retryAt, ...rest } = message;
    replace.run(
      direction,
      spaces.give(space),
      id,
      recorded,
      state,
      expectedUntil === null ? null : dayOfDate(expectedUntil),
      retryAt,
      sealJson(sealer, owner(direction, space, id), rest),
    );
  };
}

/** The methods of the port that are about messages. */
export function messageMethods(database: Database): MessageMethods {
  const { db, sealer, guard, write } = database;
  const store = messageStorer(database);
  const from = 'FROM messages m JOIN spaces p ON p.id = m.space';
  const head = `SELECT m.direction, p.space AS space, m.id, m.recorded, m.state, m.until_day,
    m.retry_at`;
  const order = 'ORDER BY m.place';
  const one = db.prepare<[string, SpaceId, string], Row>(
    `${head}, m.sealed ${from} WHERE m.direction = ? AND p.space = ? AND m.id = ?`,
  );
  const thread = db.prepare<[SpaceId], Row>(`${head}, m.sealed ${from} WHERE p.space = ? ${order}`);
  const expected = db.prepare<[number], Row>(
    `${head}, m.sealed ${from} WHERE m.until_day >= ? AND m.direction = 'in'
      AND m.state <> 'erased' ${order}`,
  );
  const heads = db.prepare<[], HeadRow>(`${head} ${from} ${order}`);
  const headsOf = db.prepare<[SpaceId], HeadRow>(`${head} ${from} WHERE p.space = ? ${order}`);
  const drop = db.prepare<[string, string, SpaceId]>(
    `DELETE FROM messages WHERE direction = ? AND id = ?
      AND space = (SELECT id FROM spaces WHERE space = ?)`,
  );
  const open = (row: Row): StoredMessage => {
    const { direction, space, id } = row;
    const sealed = openJson(sealer, owner(direction, space, id), sealedMessage, row.sealed);
    return { ...headOf(row), ...sealed };
  };
  return {
    putMessages: guard((list) =>
      write(() => {
        for (const message of list) store(message);
      }),
    ),
    message: guard(({ direction, space, id }) => {
      const row = one.get(direction, space, id);
      return row === undefined ? null : open(row);
    }),
    messagesWith: guard((space) => thread.all(space).map(open)),
    introductionsFrom: guard((date) => expected.all(dayOfDate(date)).map(open)),
    messageHeads: guard((space) => (space === null ? heads.all() : headsOf.all(space)).map(headOf)),
    dropMessages: guard((places) =>
      write(() => {
        for (const { direction, space, id } of places) drop.run(direction, id, space);
      }),
    ),
  };
}
