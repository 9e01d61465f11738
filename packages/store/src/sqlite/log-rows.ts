/** The rows of the logs table: heads, and the numbers of logs. */

import type { SpaceId } from '@covisa/protocol';
import { mergeHeads } from '../heads.js';
import type { LogHead, LogId, StoredHeartbeat } from '../port.js';
import { bytesOf } from './columns.js';
import type { Database } from './database.js';

interface LogRow {
  readonly id: number;
  readonly space: SpaceId;
  readonly incarnation: number;
  readonly size: number;
  readonly pruned: number;
  readonly sum: Uint8Array | null;
  readonly compact_range: Uint8Array;
  readonly checkpoint: string | null;
  readonly checkpoint_size: number;
  readonly proof: Uint8Array | null;
  readonly heartbeat_time: number | null;
  readonly heartbeat_line: string | null;
  readonly heartbeat_checkpoint: string | null;
}

/** A head as it is held, with the number of its log. */
export interface HeldHead {
  readonly id: number;
  readonly head: LogHead;
}

/** Finds and writes heads. */
export interface LogRows {
  all(): readonly HeldHead[];
  find(log: LogId): HeldHead | undefined;
  /** Writes the head after a range, merged with the one held; gives the log's number. */
  write(held: HeldHead | undefined, next: LogHead): number;
  /** Writes a head in place of the one held, whatever that was. */
  replace(held: HeldHead, next: LogHead): void;
  putHeartbeat(held: HeldHead, heartbeat: StoredHeartbeat): void;
}

function heartbeatOf(row: LogRow): StoredHeartbeat | null {
  const { heartbeat_time: time, heartbeat_line: line, heartbeat_checkpoint: checkpoint } = row;
  return time === null || line === null || checkpoint === null ? null : { time, line, checkpoint };
}

function heldHead(row: LogRow): HeldHead {
  return {
    id: row.id,
    head: {
      space: row.space,
      incarnation: row.incarnation,
      size: row.size,
      ...(row.pruned > 0 && { pruned: row.pruned }),
      ...(row.sum !== null && { sum: bytesOf(row.sum) }),
      range: bytesOf(row.compact_range),
      checkpoint: row.checkpoint,
      checkpointSize: row.checkpoint_size,
      ...(row.proof !== null && { proof: bytesOf(row.proof) }),
      heartbeat: heartbeatOf(row),
    },
  };
}

const SELECT = `
  SELECT l.id, s.space, l.incarnation, l.size, l.pruned, l.sum, l.compact_range,
    l.checkpoint, l.checkpoint_size, l.proof, l.heartbeat_time, l.heartbeat_line, l.heartbeat_checkpoint`;

function statements({ db }: Database) {
  return {
    all: db.prepare<[], LogRow>(
      // CROSS JOIN starts from the logs: stamps may name far more spaces than have logs.
      `${SELECT} FROM logs l CROSS JOIN spaces s ON s.id = l.space ORDER BY s.space, l.incarnation`,
    ),
    find: db.prepare<[SpaceId, number], LogRow>(
      `${SELECT} FROM spaces s JOIN logs l ON l.space = s.id WHERE s.space = ? AND l.incarnation = ?`,
    ),
    insert: db.prepare(
      `INSERT INTO logs (size, pruned, sum, compact_range, checkpoint, checkpoint_size, proof,
        heartbeat_time, heartbeat_line, heartbeat_checkpoint, space, incarnation)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    update: db.prepare(
      `UPDATE logs SET size = ?, pruned = ?, sum = ?, compact_range = ?, checkpoint = ?,
        checkpoint_size = ?, proof = ?, heartbeat_time = ?, heartbeat_line = ?, heartbeat_checkpoint = ? WHERE id = ?`,
    ),
    beat: db.prepare<[number, string, string, number]>(
      `UPDATE logs SET heartbeat_time = ?, heartbeat_line = ?, heartbeat_checkpoint = ? WHERE id = ?`,
    ),
  };
}

function headColumns(head: LogHead) {
  const { size, pruned = 0, sum = null, range, checkpoint, checkpointSize, heartbeat } = head;
  const { time = null, line = null, checkpoint: signed = null } = heartbeat ?? {};
  const proof = head.proof ?? null;
  return [size, pruned, sum, range, checkpoint, checkpointSize, proof, time, line, signed];
}

/** The heads of a database. */
export function logRows(database: Database): LogRows {
  const sql = statements(database);
  return {
    all: () => sql.all.all().map(heldHead),
    find({ space, incarnation }) {
      const row = sql.find.get(space, incarnation);
      return row && heldHead(row);
    },
    write(held, next) {
      const columns = headColumns(mergeHeads(held?.head, next));
      if (held !== undefined) {
        sql.update.run(...columns, held.id);
        return held.id;
      }
      const space = database.spaces.give(next.space);
      return Number(sql.insert.run(...columns, space, next.incarnation).lastInsertRowid);
    },
    replace({ id }, next) {
      sql.update.run(...headColumns(next), id);
    },
    putHeartbeat({ id, head }, { time, line, checkpoint }) {
      if (time > (head.heartbeat?.time ?? -1)) sql.beat.run(time, line, checkpoint, id);
    },
  };
}
