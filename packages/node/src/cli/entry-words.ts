/** What an entry of a space's own log says, in words, for an owner who looks for a thief's. */

import {
  type Entry,
  encodeUtf8,
  parseEntry,
  type RosterEntry,
  type Seconds,
  type SpaceId,
} from '@covisa/protocol';
import type { RecoverableNames } from '../engine/recover.js';
import { instant } from './text.js';

/** An entry in words. */
export interface EntryWords {
  /** When it was written, where it says so. */
  readonly time: Seconds | null;
  readonly words: string;
}

const short = (id: string): string => `${id.slice(0, 8)}…`;

/** The entry whose line of JSON is `text`. @throws ProtocolError where it is none */
export function wordsOfEntry(text: string, names: RecoverableNames): EntryWords {
  const entry = parseEntry(encodeUtf8(text));
  return { time: timeOf(entry), words: wordsOf(entry, names) };
}

function timeOf(entry: Entry): Seconds | null {
  if (entry.type === 'profile') return entry.signed;
  return 'time' in entry ? entry.time : null;
}

function wordsOf(entry: Entry, names: RecoverableNames): string {
  const space = (id: SpaceId): string => names.space(id) ?? short(id);
  const programme = (id: string): string => names.programme(id) ?? `programme ${short(id)}`;
  switch (entry.type) {
    case 'inception':
      return 'began the log of this space';
    case 'resume':
      return `took the space back with its recovery key (incarnation ${entry.incarnation})`;
    case 'keys':
      return `announced key ${entry.generation} for visas from ${instant(entry.from)} on`;
    case 'key-revocation':
      return `revoked key ${entry.generation} for visas`;
    case 'profile':
      return `said of the space that it is "${entry.name}", ${entry.open ? 'open' : 'not open'} to visits`;
    case 'stamp':
      return `stamped a ${entry.kind} visit of ${entry.date} from ${space(entry.home)}`;
    case 'void':
      return `cancelled the visit of entry ${entry.index + 1} on ${entry.date}`;
    case 'refusal':
      return `refused a member of ${space(entry.home)} on ${entry.date}: ${entry.reason}`;
    case 'revocation':
      return 'revoked a visa';
    case 'endorsement':
      return `endorsed ${space(entry.space)} for ${programme(entry.programme)}`;
    case 'roster':
      return rosterWords(entry, { own: names.own, space, programme });
    case 'roster-signature':
      return `voted for roster ${entry.version} of ${programme(entry.programme)}`;
    case 'leave':
      return `left ${programme(entry.programme)} on ${entry.date}`;
    case 'return':
      return `applied to ${programme(entry.programme)} again on ${entry.date}`;
    case 'pruning':
      return `summed up the ${entry.before} entries from the beginning on`;
    case 'closing':
      return `closed the space for good on ${entry.date}`;
    case 'unknown':
      return `something that this version does not know: ${entry.named}`;
  }
}

interface Says {
  readonly own: SpaceId;
  readonly space: (id: SpaceId) => string;
  readonly programme: (id: string) => string;
}

function rosterWords(entry: RosterEntry, { own, space, programme }: Says): string {
  const { version, programme: id, name, add, remove } = entry;
  if (id === null) {
    const others = add.filter((one) => one !== own).map(space);
    const who = others.length === 0 ? '' : ` with ${others.join(', ')}`;
    return `founded "${name ?? ''}"${who}`;
  }
  const removed = remove.map((one) => space(one.space)).join(', ');
  const changes = [
    ...(add.length > 0 ? [`adds ${add.map(space).join(', ')}`] : []),
    ...(remove.length > 0 ? [`removes ${removed}`] : []),
    ...(entry.terms === undefined ? [] : ['changes the terms']),
    ...(name === undefined ? [] : [`names it "${name}"`]),
  ];
  const what = changes.length > 0 ? `, which ${changes.join(', ')}` : '';
  return `proposed roster ${version} of ${programme(id)}${what}`;
}
