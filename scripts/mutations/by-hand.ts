/** Mutations that no mutator finds by itself, and the rules of which nothing can be taken out. */

/** A function that keeps a rule whose sentence stands elsewhere. */
export interface Keeper {
  readonly id: string;
  readonly path: string;
  readonly name: string;
}

export const KEEPERS: readonly Keeper[] = [
  { id: 'LOG-1', path: 'packages/protocol/src/log/entries.ts', name: 'parseLine' },
  { id: 'STAMP-10', path: 'packages/protocol/src/stamps/strikes.ts', name: 'add' },
  { id: 'STAMP-14', path: 'packages/protocol/src/stamps/count.ts', name: 'mergeCopies' },
];

/** A change of one file: `from` stands in it once. */
export interface HandMade {
  readonly id: string;
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** For rules that say how something is put together, and refuse nothing. */
export const HAND_MADE: readonly HandMade[] = [
  {
    id: 'SYNC-6',
    path: 'packages/node/src/engine/gossip/digests.ts',
    from: 'openings.has(line.space) && ',
    to: '',
  },
  {
    id: 'SYNC-6',
    path: 'packages/node/src/engine/gossip/digests.ts',
    from: 'root === undefined ? line : openingLine(line, root)',
    to: 'line',
  },
  {
    id: 'SYNC-6',
    path: 'packages/protocol/src/sync/frontier.ts',
    from: 'root, day: 0 }',
    to: 'root }',
  },
  {
    id: 'CBOR-3',
    path: 'packages/protocol/src/bytes/bytes.ts',
    from: 'ignoreBOM: true',
    to: 'ignoreBOM: false',
  },
  {
    id: 'ACCESS-17',
    path: 'packages/node/src/access/secrets.ts',
    from: '{kind}/1 ',
    to: "{''}/1 ",
  },
  {
    id: 'GRANT-13',
    path: 'packages/protocol/src/visa/grant.ts',
    from: 'map.uint(CLAIM.k, LOOKUP_INDICES_MAX - 1)',
    to: 'map.uint(CLAIM.k, SECONDS_MAX)',
  },
  {
    id: 'SETUP-2',
    path: 'packages/node/src/http/set-up/routes.ts',
    from: 'turns.run(() => finish(setUp, request, response))',
    to: 'finish(setUp, request, response)',
  },
  {
    id: 'JUDGE-9',
    path: 'packages/protocol/src/bytes/dates.ts',
    from: "localTime(instant, 'UTC')",
    to: "localTime(instant, 'Europe/Vienna')",
  },
  {
    id: 'JUDGE-9',
    path: 'packages/protocol/src/bytes/dates.ts',
    from: 'isZoneKnown: false',
    to: 'isZoneKnown: true',
  },
  {
    id: 'LOG-3',
    path: 'packages/protocol/src/log/tree.ts',
    from: 'prefixed(0, entry)',
    to: 'entry',
  },
  {
    id: 'LOG-3',
    path: 'packages/protocol/src/log/tree.ts',
    from: 'prefixed(1, left, right)',
    to: 'prefixed(0, left, right)',
  },
  {
    id: 'MSG-2',
    path: 'packages/protocol/src/messages/shapes.ts',
    from: String.raw`(?:\n|[^\p{Cc}\u202a-\u202e\u2066-\u2069])`,
    to: String.raw`(?:\n|[^\u202a-\u202e\u2066-\u2069])`,
  },
  {
    id: 'MSG-2',
    path: 'packages/protocol/src/messages/shapes.ts',
    from: String.raw`(?:\n|[^\p{Cc}\u202a-\u202e\u2066-\u2069])`,
    to: String.raw`(?:\n|[^\p{Cc}\u2066-\u2069])`,
  },
  {
    id: 'MSG-2',
    path: 'packages/protocol/src/messages/shapes.ts',
    from: String.raw`(?:\n|[^\p{Cc}\u202a-\u202e\u2066-\u2069])`,
    to: String.raw`(?:\n|[^\p{Cc}\u202a-\u202e])`,
  },
  {
    id: 'MSG-2',
    path: 'packages/protocol/src/messages/shapes.ts',
    from: String.raw`(?:\n|[^\p{Cc}\u202a-\u202e\u2066-\u2069])`,
    to: String.raw`[^\p{Cc}\u202a-\u202e\u2066-\u2069]`,
  },
  {
    id: 'STRAY-1',
    path: 'packages/protocol/src/log/stray.ts',
    from: 'bits >> 58n',
    to: 'bits & 63n',
  },
  {
    id: 'STRAY-1',
    path: 'packages/protocol/src/log/stray.ts',
    from: '(bits >> 26n)',
    to: '(bits >> 32n)',
  },
];

/** Rules that no mutation is made of, and why. */
export const NOT_MUTATED: ReadonlyMap<string, string> = new Map([]);
