/** Vectors of the chapter stamps: what several stamps come to. */

import { counts } from '../count-material.js';
import { countOf, dayAt, lowerFirst, rejected, taken } from '../counting.js';
import { SHANGHAI, type Space, SYDNEY } from '../material.js';
import { dayProof, logOf, type StampChanges, stampLine, voidLine } from '../stamp-material.js';
import type { Vector } from '../vector.js';
import { grantClaims, grantOf } from '../visa-material.js';

const granted = (k: number, day: number) => grantOf(grantClaims(SHANGHAI, k, day));

/** Several stamps of one log, at the indices 0, 1, 2 … unless a line says another. */
const stamps = (host: Space, ...changes: readonly StampChanges[]) =>
  logOf(host, ...changes.map((one, k) => stampLine(host, k, { day: k, ...one })));

const [low, high] = lowerFirst(SHANGHAI, SYDNEY);
const same = dayProof(0, 'shown twice');
const twice = (...hosts: readonly Space[]) => [{ k: 0, hosts: hosts.map(({ id }) => id) }];

const claims: readonly Vector[] = [
  counts(
    'a proof at two hosts stands for one day, at the lowest index',
    'STAMP-8',
    [
      logOf(SHANGHAI, stampLine(SHANGHAI, 1, { proof: same })),
      logOf(SYDNEY, stampLine(SYDNEY, 0, { proof: same })),
    ],
    countOf(
      [dayAt(SYDNEY, 0, 0), dayAt(SHANGHAI, 0, 1, { index: 1, shared: true })],
      [taken(SYDNEY, 0), taken(SHANGHAI, 1, { index: 1, shared: true })],
      [],
      2,
    ),
  ),
  counts(
    'at one index the host with the lower id claims the proof',
    'STAMP-8 STAMP-13',
    [
      logOf(high, stampLine(high, 0, { proof: same })),
      logOf(low, stampLine(low, 0, { proof: same })),
    ],
    countOf(
      [
        dayAt(low, 0, 0, { doubled: [high.id] }),
        dayAt(high, 0, 0, { doubled: [low.id], shared: true }),
      ],
      [taken(low, 0), taken(high, 0, { shared: true })],
      [],
      1,
      twice(low, high),
    ),
  ),
  counts(
    'a free day claims its proof before a courtesy at a lower index',
    'STAMP-8',
    [
      logOf(SHANGHAI, stampLine(SHANGHAI, 1, { proof: same })),
      logOf(SYDNEY, stampLine(SYDNEY, 0, { proof: same, entry: { kind: 'courtesy' } })),
    ],
    countOf(
      [
        dayAt(SYDNEY, 0, 0, { kind: 'courtesy', shared: true }),
        dayAt(SHANGHAI, 0, 1, { index: 1 }),
      ],
      [taken(SYDNEY, 0, { shared: true }), taken(SHANGHAI, 1, { index: 1 })],
      [],
      2,
    ),
  ),
  counts(
    'one log shows a proof once',
    'STAMP-8',
    [stamps(SHANGHAI, { proof: same }, { proof: same })],
    countOf(
      [dayAt(SHANGHAI, 0, 0)],
      [taken(SHANGHAI, 0)],
      [rejected(SHANGHAI, 1, 'proof-used')],
      1,
    ),
  ),
  counts(
    'a grant counts beside a proof that was used',
    'STAMP-8',
    [stamps(SHANGHAI, { proof: same }, { proof: same, grant: granted(1, 1) })],
    countOf(
      [dayAt(SHANGHAI, 0, 0), dayAt(SHANGHAI, 1, 1)],
      [taken(SHANGHAI, 1, { basis: 'grant' }), taken(SHANGHAI, 0)],
      [],
      2,
    ),
  ),
  counts(
    'two hosts at one index name each other',
    'STAMP-13',
    [stamps(SHANGHAI, {}), stamps(SYDNEY, {})],
    countOf(
      [
        dayAt(SHANGHAI, 0, 0, { doubled: [SYDNEY.id] }),
        dayAt(SYDNEY, 0, 0, { doubled: [SHANGHAI.id] }),
      ],
      [taken(SHANGHAI, 0), taken(SYDNEY, 0)],
      [],
      1,
      twice(low, high),
    ),
  ),
  counts(
    'of two hosts at one index one was paid: nothing was given twice',
    'STAMP-13',
    [stamps(SHANGHAI, {}), stamps(SYDNEY, { entry: { kind: 'paid' } })],
    countOf(
      [
        dayAt(SHANGHAI, 0, 0, { doubled: [SYDNEY.id] }),
        dayAt(SYDNEY, 0, 0, { doubled: [SHANGHAI.id], kind: 'paid' }),
      ],
      [taken(SHANGHAI, 0), taken(SYDNEY, 0)],
      [],
      1,
    ),
  ),
  counts(
    'of two hosts at one index one voided its stamp: nobody is named',
    'STAMP-9 STAMP-13',
    [stamps(SHANGHAI, {}), logOf(SYDNEY, stampLine(SYDNEY, 0), voidLine(1, 0))],
    countOf(
      [dayAt(SHANGHAI, 0, 0)],
      [taken(SHANGHAI, 0), taken(SYDNEY, 0, { voided: true })],
      [],
      1,
    ),
  ),
  counts(
    'twice the same host and date is one day, the larger weight, and free if either was',
    'STAMP-11',
    [stamps(SHANGHAI, { entry: { kind: 'paid' } }, { day: 0, entry: { weight: 0.5 } })],
    countOf([dayAt(SHANGHAI, 0, 0)], [taken(SHANGHAI, 0), taken(SHANGHAI, 1)], [], 2),
  ),
  counts(
    'the same log given twice makes no difference',
    'STAMP-14',
    [stamps(SHANGHAI, {}, {}), stamps(SHANGHAI, {}, {})],
    countOf(
      [dayAt(SHANGHAI, 0, 0), dayAt(SHANGHAI, 1, 1)],
      [taken(SHANGHAI, 0), taken(SHANGHAI, 1)],
      [],
      2,
    ),
  ),
];

const voids: readonly Vector[] = [
  counts(
    'a voided stamp keeps its index, and its visit does not count',
    'STAMP-9',
    [logOf(SHANGHAI, stampLine(SHANGHAI, 0), voidLine(1, 2))],
    countOf([], [taken(SHANGHAI, 0, { voided: true })], [], 1),
  ),
  counts(
    'a void of three days later is too late',
    'STAMP-9',
    [logOf(SHANGHAI, stampLine(SHANGHAI, 0), voidLine(1, 3))],
    countOf([dayAt(SHANGHAI, 0, 0)], [taken(SHANGHAI, 0)], [], 1),
  ),
  counts(
    'a void behind a stamp of three days later voids',
    'STAMP-16',
    [logOf(SHANGHAI, stampLine(SHANGHAI, 0), stampLine(SHANGHAI, 1, { day: 3 }), voidLine(1, 0))],
    countOf(
      [dayAt(SHANGHAI, 3, 1)],
      [taken(SHANGHAI, 0, { voided: true }), taken(SHANGHAI, 1)],
      [],
      2,
    ),
  ),
  counts(
    'a void behind a stamp of four days later voids nothing, whatever its own date',
    'STAMP-16',
    [logOf(SHANGHAI, stampLine(SHANGHAI, 0), stampLine(SHANGHAI, 1, { day: 4 }), voidLine(1, 0))],
    countOf(
      [dayAt(SHANGHAI, 0, 0), dayAt(SHANGHAI, 4, 1)],
      [taken(SHANGHAI, 0), taken(SHANGHAI, 1)],
      [],
      2,
    ),
  ),
  counts(
    'a stamp that stands behind the void takes nothing from it',
    'STAMP-16',
    [logOf(SHANGHAI, stampLine(SHANGHAI, 0), voidLine(1, 0), stampLine(SHANGHAI, 1, { day: 4 }))],
    countOf(
      [dayAt(SHANGHAI, 4, 1, { index: 3 })],
      [taken(SHANGHAI, 0, { voided: true }), taken(SHANGHAI, 1, { index: 3 })],
      [],
      2,
    ),
  ),
  counts(
    'a void before its stamp voids nothing',
    'STAMP-9',
    [logOf(SHANGHAI, voidLine(2, 0), stampLine(SHANGHAI, 0))],
    countOf([dayAt(SHANGHAI, 0, 0, { index: 2 })], [taken(SHANGHAI, 0, { index: 2 })], [], 1),
  ),
  counts(
    'a void in another log voids nothing',
    'STAMP-9',
    [stamps(SHANGHAI, {}), logOf(SYDNEY, '{"type":"note"}', voidLine(1, 0))],
    countOf([dayAt(SHANGHAI, 0, 0)], [taken(SHANGHAI, 0)], [], 1),
  ),
  counts(
    'a corrected stamp may carry the proof of the voided one',
    'STAMP-8 STAMP-9',
    [
      logOf(
        SHANGHAI,
        stampLine(SHANGHAI, 0, { proof: same, entry: { kind: 'paid' } }),
        voidLine(1, 0),
        stampLine(SHANGHAI, 1, { proof: same }),
      ),
    ],
    countOf(
      [dayAt(SHANGHAI, 0, 1, { index: 3 })],
      [taken(SHANGHAI, 0, { voided: true }), taken(SHANGHAI, 1, { index: 3 })],
      [],
      2,
    ),
  ),
];

const bad: StampChanges = { proof: null };
const misses = (k: number) =>
  logOf(SHANGHAI, stampLine(SHANGHAI, 0), stampLine(SHANGHAI, k, { day: 1 }));
const nine = Array.from({ length: 9 }, (_, i) => stampLine(SHANGHAI, 0, { day: i }));

const lookups: readonly Vector[] = [
  counts(
    'after three stamps that do not count the rest of that log is passed over',
    'STAMP-10',
    [stamps(SHANGHAI, {}, bad, bad, bad, {}), stamps(SYDNEY, {})],
    countOf(
      [
        dayAt(SHANGHAI, 0, 0, { doubled: [SYDNEY.id] }),
        dayAt(SYDNEY, 0, 0, { doubled: [SHANGHAI.id] }),
      ],
      [taken(SHANGHAI, 0), taken(SYDNEY, 0)],
      [
        rejected(SHANGHAI, 1, 'evidence'),
        rejected(SHANGHAI, 2, 'evidence'),
        rejected(SHANGHAI, 3, 'evidence'),
        rejected(SHANGHAI, 4, 'passed-over'),
      ],
      1,
      twice(low, high),
    ),
  ),
  counts(
    'two stamps that do not count harm no third',
    'STAMP-10',
    [stamps(SHANGHAI, bad, bad, {})],
    countOf(
      [dayAt(SHANGHAI, 2, 2)],
      [taken(SHANGHAI, 2)],
      [rejected(SHANGHAI, 0, 'evidence'), rejected(SHANGHAI, 1, 'evidence')],
      0,
    ),
  ),
  counts(
    'a stamp after 15 unused indices is found',
    'STAMP-4',
    [misses(16)],
    countOf(
      [dayAt(SHANGHAI, 0, 0), dayAt(SHANGHAI, 1, 16, { index: 2 })],
      [taken(SHANGHAI, 0), taken(SHANGHAI, 16, { index: 2 })],
      [],
      1,
    ),
  ),
  counts(
    'a stamp after 16 unused indices is not',
    'STAMP-4',
    [misses(17)],
    countOf([dayAt(SHANGHAI, 0, 0)], [taken(SHANGHAI, 0)], [], 1),
  ),
  counts(
    'a stamp that does not count carries the look-up on',
    'STAMP-4',
    [logOf(SHANGHAI, stampLine(SHANGHAI, 15, bad)), logOf(SYDNEY, stampLine(SYDNEY, 30))],
    countOf(
      [dayAt(SYDNEY, 0, 30, { index: 1 })],
      [taken(SYDNEY, 30, { index: 1 })],
      [rejected(SHANGHAI, 15, 'evidence', 1)],
      0,
    ),
  ),
  counts(
    'of one log the first eight stamps under one marker are seen',
    'STAMP-15',
    [logOf(SHANGHAI, ...nine)],
    countOf(
      Array.from({ length: 8 }, (_, i) => dayAt(SHANGHAI, i, 0, { index: i + 1 })),
      Array.from({ length: 8 }, (_, i) => taken(SHANGHAI, 0, { index: i + 1 })),
      [],
      1,
    ),
  ),
  counts(
    'copies of a log do not make its stamps more than eight',
    'STAMP-14 STAMP-15',
    [logOf(SHANGHAI, ...nine.slice(0, 5)), logOf(SHANGHAI, ...nine.slice(0, 5))],
    countOf(
      Array.from({ length: 5 }, (_, i) => dayAt(SHANGHAI, i, 0, { index: i + 1 })),
      Array.from({ length: 5 }, (_, i) => taken(SHANGHAI, 0, { index: i + 1 })),
      [],
      1,
    ),
  ),
  counts('without stamps nothing is used', 'STAMP-4', [logOf(SHANGHAI)], countOf([], [], [], 0)),
];

export const claimVectors: readonly Vector[] = [...claims, ...voids, ...lookups];
