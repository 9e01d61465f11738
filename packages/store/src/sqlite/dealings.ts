/** Peers and settings in SQLite. */

import type { SpaceId } from '@covisa/protocol';
import type { Peer, Store } from '../port.js';
import type { Database } from './database.js';

type DealingMethods = Pick<Store, 'putPeers' | 'peers' | 'setting' | 'putSetting'>;

type PeerColumns = [
  space: SpaceId,
  url: string | null,
  lastSuccess: number | null,
  firstFailure: number | null,
  failures: number,
  lastError: string | null,
  skew: number | null,
];

function peerColumns(peer: Peer): PeerColumns {
  const { space, url, lastSuccess, firstFailure, failures, lastError, skew } = peer;
  return [space, url, lastSuccess, firstFailure, failures, lastError, skew];
}

function owner(name: string): string {
  return `setting ${encodeURIComponent(name)}`;
}

/** The methods of the port that are about peers and settings. */
export function dealingMethods({ db, sealer, guard, write }: Database): DealingMethods {
  const replacePeer = db.prepare<PeerColumns>(
    `INSERT OR REPLACE INTO peers
      (space, url, last_success, first_failure, failures, last_error, skew)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const peers = db.prepare<[], Peer>(
    `SELECT space, url, last_success AS lastSuccess, first_failure AS firstFailure, failures,
      last_error AS lastError, skew FROM peers ORDER BY space`,
  );
  const select = db.prepare<[string], { sealed: Uint8Array }>(
    'SELECT sealed FROM settings WHERE name = ?',
  );
  const replace = db.prepare<[string, Uint8Array]>(
    'INSERT OR REPLACE INTO settings (name, sealed) VALUES (?, ?)',
  );
  const remove = db.prepare<[string]>('DELETE FROM settings WHERE name = ?');
  return {
    putPeers: guard((list) =>
      write(() => {
        for (const peer of list) replacePeer.run(...peerColumns(peer));
      }),
    ),
    peers: guard(() => peers.all()),
    setting: guard((name) => {
      const row = select.get(name);
      return row === undefined ? null : sealer.open(owner(name), row.sealed);
    }),
    putSetting: guard((name, value) => {
      write(() =>
        value === null ? remove.run(name) : replace.run(name, sealer.seal(owner(name), value)),
      );
    }),
  };
}
