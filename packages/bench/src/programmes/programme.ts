/**
 * A programme of any number of spaces, as it would have come about: 200 founders, rosters that seat
 * 200 more each with the votes of a majority, and admissions by endorsement for the rest.
 */

import {
  DEFAULT_TERMS,
  dateOfDay,
  dayOf,
  deriveNodeKeys,
  draftNextRoster,
  draftRosterZero,
  ENDORSEMENTS_PER_MEMBER_MAX,
  encodeBase64url,
  entryShapes,
  type InceptionEntry,
  type ProfileEntry,
  type ProgrammeId,
  ROSTER_CHANGES_MAX,
  type RosterEntry,
  type RosterVersion,
  rosterHashOf,
  type Seconds,
} from '@covisa/protocol';
import { publicKeysOf } from '../../../node/dist/engine/identity.js';
import { firstRoster, nextRoster } from '../../../protocol/dist/programme/roster.js';
import { bytesOf, keyPairOf, WrittenLog } from './written-log.js';

const DAY = 86_400;
/** Bytes of a seal with holder key and proof, and without a grant. */
const SEAL_BYTES = 206;

/** A space of the programme whose node is to run. */
export interface RunningSpace {
  /** 32 bytes. */
  readonly secret: Uint8Array;
  readonly log: WrittenLog;
  /** 32 bytes. */
  readonly peerKey: Uint8Array;
}

/** What is wanted. */
export interface ProgrammeOrder {
  /** Spaces, the two whose nodes run included. */
  readonly spaces: number;
  /** In each log of the others. */
  readonly stamps: number;
  /** Where the first node is reached. */
  readonly url: string;
  readonly now: Seconds;
}

/** A programme with all its logs. */
export interface WrittenProgramme {
  readonly id: ProgrammeId;
  /** A founder, whose node is reached at the URL of the order. */
  readonly first: RunningSpace;
  /** The last space that came, whose node only calls out. */
  readonly last: RunningSpace;
  /** All logs, that of `first` first and that of `last` last. */
  readonly logs: readonly WrittenLog[];
}

function text(name: string, bytes = 32): string {
  return encodeBase64url(bytesOf(name, bytes));
}

function profileOf(name: string, node: string | null, signed: Seconds): ProfileEntry {
  const venue = { id: 'main', name: 'Main', address: '1 Main Street', timeZone: 'UTC' };
  return {
    type: 'profile',
    signed,
    name,
    open: true,
    venues: [{ ...venue, amenities: [] }],
    rate: { amount: 2500, currency: 'EUR' },
    offer: {},
    languages: ['en'],
    node,
  };
}

function begin(log: WrittenLog, name: string, node: string | null, time: Seconds): WrittenLog {
  const period = { from: time, until: time + 90 * DAY };
  log.add({ type: 'keys', generation: 0, issuing: text(`${name}/issuing`), ...period });
  log.add(profileOf(name, node, time));
  return log;
}

/** Of a space whose node never runs only the keys that sign its log have a private half. */
function foreignLog(name: string, time: Seconds): WrittenLog {
  const log = keyPairOf(bytesOf(`${name}/log`, 32));
  const witness = keyPairOf(bytesOf(`${name}/witness`, 32));
  const inception: InceptionEntry = {
    type: 'inception',
    version: 1,
    log: encodeBase64url(log.publicKey),
    witness: encodeBase64url(witness.publicKey),
    peer: text(`${name}/peer`),
    box: text(`${name}/box`),
    recovery: text(`${name}/recovery`),
  };
  return begin(new WrittenLog({ log, witness }, inception), name, null, time);
}

function runningSpace(name: string, node: string | null, time: Seconds): RunningSpace {
  const secret = bytesOf(`${name}/secret`, 32);
  const keys = deriveNodeKeys(secret);
  const [log, witness, peer] = [keys.log, keys.witness, keys.peer].map(keyPairOf);
  if (!log || !witness || !peer) throw new RangeError('keys: expected three pairs');
  const known = { log: log.publicKey, witness: witness.publicKey, peer: peer.publicKey };
  const inception: InceptionEntry = {
    type: 'inception',
    version: 1,
    ...publicKeysOf({ keys, public: known }),
    recovery: text(`${name}/recovery`),
  };
  const written = new WrittenLog({ log, witness }, inception);
  return { secret, peerKey: peer.publicKey, log: begin(written, name, node, time) };
}

function vote(log: WrittenLog, roster: RosterVersion): void {
  const { programme, version, hash } = roster;
  log.add({ type: 'roster-signature', programme, version, roster: hash });
}

function majority(count: number): number {
  return Math.floor(count / 2) + 1;
}

/** Seats these spaces by rosters; gives the last of them. */
function seat(members: readonly WrittenLog[], time: Seconds): RosterVersion {
  const [writer] = members;
  if (!writer) throw new RangeError('spaces: expected one at least');
  const founders = members.slice(0, ROSTER_CHANGES_MAX);
  const write = (entry: RosterEntry) => rosterHashOf(writer.add(entry));
  const zero = draftRosterZero({
    name: 'Benchmark',
    purpose: '',
    terms: DEFAULT_TERMS,
    founders: founders.map((one) => one.space),
    time,
    threshold: majority(founders.length),
    endorsements: 1,
  });
  let roster = firstRoster(zero, write(zero));
  for (const founder of founders) vote(founder, roster);
  for (let from = ROSTER_CHANGES_MAX; from < members.length; from += ROSTER_CHANGES_MAX) {
    const added = members.slice(from, from + ROSTER_CHANGES_MAX);
    const next = draftNextRoster(roster, {
      time,
      add: added.map((one) => one.space),
      threshold: majority(from + added.length),
    });
    roster = nextRoster(roster, next, write(next));
    for (const voter of members.slice(0, majority(from))) vote(voter, roster);
  }
  return roster;
}

/** Stamps of homes in turn, three a day; marker and seal are noise to who has no visa. */
function visit(
  log: WrittenLog,
  logs: readonly WrittenLog[],
  roster: RosterVersion,
  count: number,
): void {
  const host = logs.indexOf(log);
  const noise = bytesOf(`visits/${host}`, count * (16 + SEAL_BYTES));
  for (let i = 0; i < count; i++) {
    const home = logs[(host + 1 + (i % (logs.length - 1))) % logs.length] ?? log;
    const [from, middle] = [i * (16 + SEAL_BYTES), i * (16 + SEAL_BYTES) + 16];
    const stamp = entryShapes.stamp.parse({
      type: 'stamp',
      marker: encodeBase64url(noise.subarray(from, middle)),
      home: home.space,
      venue: 'main',
      date: dateOfDay(dayOf(roster.time) + Math.floor(i / 3)),
      kind: 'free',
      weight: 1,
      programme: roster.programme,
      roster: roster.version,
      seal: encodeBase64url(noise.subarray(middle, middle + SEAL_BYTES)),
    });
    log.add(stamp);
  }
}

/** Founds the programme, and lets everybody in. The same order gives the same bytes. */
export function writeProgramme(order: ProgrammeOrder): WrittenProgramme {
  const time = order.now - DAY;
  const first = runningSpace('space-0', order.url, time);
  const last = runningSpace(`space-${order.spaces - 1}`, null, time);
  const between = Array.from({ length: order.spaces - 2 }, (_, i) =>
    foreignLog(`space-${i + 1}`, time),
  );
  const logs = [first.log, ...between, last.log];
  // Each member that a roster seats admits three more.
  const share = Math.ceil(order.spaces / (1 + ENDORSEMENTS_PER_MEMBER_MAX));
  const seated = Math.max(share, Math.min(ROSTER_CHANGES_MAX, order.spaces - 1));
  const members = logs.slice(0, seated);
  const roster = seat(members, order.now - 350 * DAY);
  for (const [i, one] of logs.slice(seated).entries()) {
    const endorser = members[Math.floor(i / ENDORSEMENTS_PER_MEMBER_MAX)];
    const { programme, hash } = roster;
    endorser?.add({ type: 'endorsement', programme, roster: hash, space: one.space });
  }
  for (const log of logs.slice(0, -1)) visit(log, logs, roster, order.stamps);
  return { id: roster.programme, first, last, logs };
}
