/** Makers of test values: fixed ids, entries, ranges, people. Nothing here is random. */

import {
  type CalendarDate,
  calendarDate,
  concatBytes,
  type Entry,
  encodeEntry,
  encodeUtf8,
  type KnownEntry,
  type Marker,
  marker,
  parseEntry,
  programmeId,
  type SpaceId,
  sha256,
  spaceId,
} from '@covisa/protocol';
import type {
  LogHead,
  LogId,
  Member,
  NewEntry,
  Range,
  Refusal,
  StoredHeartbeat,
  Visit,
} from '@covisa/store';

export const MELBOURNE = spaceId.parse(`M${'a'.repeat(41)}A`);
export const SHANGHAI = spaceId.parse(`S${'h'.repeat(41)}A`);
export const SYDNEY = spaceId.parse(`Y${'s'.repeat(41)}A`);
export const PROGRAMME = programmeId.parse(`P${'p'.repeat(41)}A`);

export function date(text: string): CalendarDate {
  return calendarDate.parse(text);
}

/** A marker that begins with `prefix`. */
export function markerOf(prefix: string): Marker {
  return marker.parse(`${prefix.padEnd(21, '0')}A`);
}

/** `length` bytes of one value. */
export function fill(value: number, length: number): Uint8Array {
  return new Uint8Array(length).fill(value);
}

export function melbourne(incarnation = 0): LogId {
  return { space: MELBOURNE, incarnation };
}

export function shanghai(incarnation = 0): LogId {
  return { space: SHANGHAI, incarnation };
}

interface StampValues {
  readonly marker?: string;
  readonly home?: SpaceId;
  readonly date?: string;
  readonly kind?: 'free' | 'paid' | 'courtesy';
  readonly weight?: 1 | 0.5;
}

export function stamp(values: StampValues = {}): KnownEntry {
  return {
    type: 'stamp',
    marker: markerOf(values.marker ?? 'm'),
    home: values.home ?? SYDNEY,
    venue: 'main',
    date: date(values.date ?? '2026-05-11'),
    kind: values.kind ?? 'free',
    weight: values.weight ?? 1,
    programme: PROGRAMME,
    roster: 0,
    seal: 's'.repeat(60),
  };
}

export function voidOf(index: number, on: string): KnownEntry {
  return { type: 'void', index, date: date(on) };
}

export function leave(on = '2026-05-11'): KnownEntry {
  return { type: 'leave', programme: PROGRAMME, date: date(on) };
}

export function closing(on = '2026-05-11'): KnownEntry {
  return { type: 'closing', date: date(on) };
}

/** An entry's bytes and what they say; a text stands for bytes of another version. */
export function newEntry(value: KnownEntry | string): NewEntry {
  const bytes = typeof value === 'string' ? encodeUtf8(value) : encodeEntry(value);
  const entry: Entry = parseEntry(bytes);
  return { bytes, leafHash: sha256(concatBytes(fill(0, 1), bytes)), entry };
}

export function head(log: LogId, size: number, more: Partial<LogHead> = {}): LogHead {
  return {
    ...log,
    size,
    range: fill(size % 256, 40),
    checkpoint: `checkpoint ${size}\n`,
    checkpointSize: size,
    heartbeat: null,
    ...more,
  };
}

/** A range of these entries, with the head after them. */
export function range(
  log: LogId,
  from: number,
  entries: readonly (KnownEntry | string)[],
  more: Partial<Range> = {},
): Range {
  const size = from + entries.length;
  return { from, entries: entries.map(newEntry), subtrees: [], head: head(log, size), ...more };
}

export function beat(time: number): StoredHeartbeat {
  return { time, line: `— beat ${time}\n`, checkpoint: `checkpoint at ${time}\n` };
}

export function member(id: string, more: Partial<Member> = {}): Member {
  return {
    id,
    status: 'active',
    plan: 'full',
    name: 'Zhāng Wěi-Ferreira',
    displayName: 'Wei',
    contact: 'wei@example.net',
    since: date('2024-02-29'),
    paidUntil: date('2026-12-31'),
    visaNumber: fill(7, 16),
    visaYearStart: date('2026-01-01'),
    holderKey: fill(9, 32),
    former: [fill(1, 8), fill(2, 8)],
    earlier: [
      { visaNumber: fill(5, 16), holderKey: fill(6, 32), former: [], until: date('2026-01-01') },
    ],
    erasedUntil: date('2025-01-01'),
    isStatic: false,
    ask: false,
    claim: null,
    issued: 1_778_457_600,
    ...more,
  };
}

export function visit(id: string, more: Partial<Visit> = {}): Visit {
  return {
    id,
    home: SYDNEY,
    venue: 'main',
    date: date('2026-05-11'),
    kind: 'paid',
    weight: 0.5,
    programme: PROGRAMME,
    roster: 3,
    recorded: 1_778_457_600,
    visaNumber: fill(7, 16),
    visaUntil: date('2027-01-01'),
    displayName: 'Wei',
    amount: 4500,
    note: 'desk by the window',
    proofDigest: fill(9, 32),
    recordedBy: { kind: 'person', name: 'Robin' },
    k: 2,
    seal: 'c2VhbA',
    incarnation: 0,
    index: 0,
    voidIndex: null,
    ...more,
  };
}

export function refusal(id: string, more: Partial<Refusal> = {}): Refusal {
  return {
    id,
    home: SYDNEY,
    venue: 'main',
    date: date('2026-05-11'),
    programme: PROGRAMME,
    roster: 3,
    reason: 'full',
    recorded: 1_778_457_600,
    visaUntil: date('2027-01-01'),
    visaNumber: new Uint8Array(16).fill(3),
    displayName: 'Wei',
    note: 'all desks taken',
    recordedBy: { kind: 'self', name: null },
    index: null,
    ...more,
  };
}
