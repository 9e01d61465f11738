/** Logs of hosts with stamps of Ada's visa. */

import {
  encodeBase64url,
  type KeysEntry,
  type ProgrammeId,
  type StampEntry,
  sealStamp,
  stampMarker,
  tweetnaclBackend,
  type VoidEntry,
} from '@covisa/protocol';
import {
  bytesOf,
  DAY,
  dateAfter,
  INSTANT,
  lineOf,
  MELBOURNE,
  publicText,
  type Space,
  seedOf,
} from './material.js';
import { HOLDER, NUMBER, proofOf } from './visa-material.js';

/** The programme of all visits. */
export const PROGRAMME = encodeBase64url(seedOf('programme')) as ProgrammeId;

/** What a stamp may have that is not as usual. */
export interface StampChanges {
  /** Days after `INSTANT`; the proof is of the same day. */
  readonly day?: number;
  /** Null: no proof. */
  readonly proof?: Uint8Array | null;
  readonly grant?: Uint8Array | null;
  readonly holderKey?: Uint8Array | null;
  /** The host that it was sealed for, if it is a copy. */
  readonly sealedFor?: Space;
  readonly entry?: Partial<StampEntry>;
}

/** Ada's proof of a visit some days after `INSTANT`; `label` tells two of one day apart. */
export function dayProof(day: number, label = ''): Uint8Array {
  return proofOf({ time: INSTANT + day * DAY, nonce: bytesOf(`nonce/${day}/${label}`, 8) });
}

/** The line of a stamp of Ada's visa at index `k` in the log of `host`. */
export function stampLine(host: Space, k: number, changes: StampChanges = {}): string {
  const { day = 0, proof = dayProof(day, `${host.name}/${k}`), grant = null } = changes;
  const { holderKey = tweetnaclBackend.publicKey(HOLDER), sealedFor = host } = changes;
  const place = { visaNumber: NUMBER, k, host: sealedFor.id };
  const nonce = bytesOf(`seal/${host.name}/${k}/${day}`, 24);
  return lineOf({
    type: 'stamp',
    marker: stampMarker(NUMBER, k),
    home: MELBOURNE.id,
    venue: 'main',
    date: dateAfter(day),
    kind: 'free',
    weight: 1,
    programme: PROGRAMME,
    roster: 0,
    seal: sealStamp({ holderKey, proof, grant }, place, nonce),
    ...changes.entry,
  });
}

/** The line of a void. */
export function voidLine(index: number, day: number): string {
  const entry: VoidEntry = { type: 'void', index, date: dateAfter(day) };
  return lineOf(entry);
}

/** A log of a space: its inception, then these lines. */
export function logOf(space: Space, ...lines: readonly string[]) {
  return { space: space.id, incarnation: 0, lines: [space.inception, ...lines] };
}

const keys: KeysEntry = {
  type: 'keys',
  generation: 0,
  issuing: publicText(MELBOURNE.keys.issuing),
  from: INSTANT - 30 * DAY,
  until: INSTANT + 30 * DAY,
};

/** Melbourne's log: it announces the issuing key of all visas and grants here. */
export function homeLog(...lines: readonly string[]) {
  return logOf(MELBOURNE, lineOf(keys), ...lines);
}
