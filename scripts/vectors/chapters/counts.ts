/** Vectors of the chapter stamps: what one stamp has to have to count. */

import {
  assembleProof,
  encodeCbor,
  holderKeyDigest,
  type KeyRevocationEntry,
  tweetnaclBackend,
} from '@covisa/protocol';
import { ADA, counts } from '../count-material.js';
import { countOf, dayAt, rejected, taken } from '../counting.js';
import { bent, DAY, INSTANT, lineOf, SHANGHAI, type Space, SYDNEY, seedOf } from '../material.js';
import { dayProof, homeLog, logOf, type StampChanges, stampLine } from '../stamp-material.js';
import { type Vector, vectorsOf } from '../vector.js';
import { grantClaims, grantOf, proofOf, shortOf } from '../visa-material.js';

const count = vectorsOf('count-stamps');

/** One stamp in Shanghai's log, which counts. */
function oneCounts(
  title: string,
  rules: string,
  changes: StampChanges,
  more: { basis?: string; kind?: 'paid' } = {},
  visa: object = {},
): Vector {
  const { day = 0, entry } = changes;
  const { basis = 'proof' } = more;
  const days = [dayAt(SHANGHAI, day, 0, { weight: entry?.weight ?? 1 })];
  const logs = [logOf(SHANGHAI, stampLine(SHANGHAI, 0, changes))];
  return counts(title, rules, logs, countOf(days, [taken(SHANGHAI, 0, { basis })], [], 1), visa);
}

/** One stamp in Shanghai's log, which does not count. */
function oneFails(
  title: string,
  rules: string,
  changes: StampChanges,
  flaw: string,
  visa: object = {},
): Vector {
  const logs = [logOf(SHANGHAI, stampLine(SHANGHAI, 0, changes))];
  return counts(title, rules, logs, countOf([], [], [rejected(SHANGHAI, 0, flaw)], 0), visa);
}

const BOB = seedOf('holder/bob');
const bob = tweetnaclBackend.publicKey(BOB);
const bobs = { holderKey: bob, proof: proofOf({}, BOB) };
const former = [holderKeyDigest(bob)];
const granted = (k = 0, day = 0, weight: 1 | 0.5 = 1, host: Space = SHANGHAI) =>
  grantOf(grantClaims(host, k, day, weight));
const card = { holderKey: null, proof: null } as const;

const evidence: readonly Vector[] = [
  oneCounts('a stamp counts by the proof of the visa’s holder', 'STAMP-5 STAMP-6', {}),
  oneCounts('a proof bound to this host counts', 'STAMP-6', {
    proof: proofOf({ host: shortOf(SHANGHAI.id) }),
  }),
  oneCounts('a proof of the UTC day before counts', 'STAMP-6', { proof: dayProof(-1) }),
  oneCounts('a former holder key counts that the visa names', 'STAMP-5', bobs, {}, { former }),
  oneCounts(
    'a grant counts without a proof',
    'STAMP-7',
    { ...card, grant: granted() },
    { basis: 'grant' },
  ),
  oneCounts(
    'a grant of a whole day covers half of one',
    'STAMP-7',
    { grant: granted(), entry: { weight: 0.5 } },
    { basis: 'grant' },
  ),
  oneCounts('where a grant does not fit the proof counts', 'STAMP-7', { grant: granted(1) }),
  oneCounts(
    'a card counts by grants',
    'STAMP-7',
    { ...card, grant: granted() },
    { basis: 'grant' },
    { holderKey: null },
  ),
  oneFails('a stamp that names another home', 'STAMP-3', { entry: { home: SYDNEY.id } }, 'home'),
  oneFails('a stamp copied from another log', 'STAMP-2', { sealedFor: SYDNEY }, 'seal'),
  oneFails('a seal that is not one', 'STAMP-2', { entry: { seal: 'A'.repeat(60) } }, 'seal'),
  oneFails('a holder key that the visa does not name', 'STAMP-5', bobs, 'evidence'),
  oneFails('a card’s stamp with a proof', 'STAMP-5', {}, 'evidence', { holderKey: null }),
  oneFails('a proof without a holder key', 'STAMP-5', { holderKey: null }, 'evidence'),
  oneFails('a stamp with neither proof nor grant', 'STAMP-5', { proof: null }, 'evidence'),
  oneFails('a proof that another key signed', 'STAMP-5', { proof: proofOf({}, BOB) }, 'signature'),
  oneFails('a proof that was bent', 'STAMP-5', { proof: bent(dayProof(0), -1) }, 'signature'),
  oneFails('a proof to renew', 'STAMP-6', { proof: proofOf({ purpose: 'renew' }) }, 'evidence'),
  oneFails(
    'a proof for another host',
    'STAMP-6',
    { proof: proofOf({ host: shortOf(SYDNEY.id) }) },
    'evidence',
  ),
  oneFails('a proof of two UTC days before', 'STAMP-6', { proof: dayProof(-2) }, 'evidence'),
  oneFails('a proof of two UTC days after', 'STAMP-6', { proof: dayProof(2) }, 'evidence'),
  oneFails(
    'a proof that breaks its own rules',
    'PRES-1 STAMP-6',
    { proof: assembleProof(encodeCbor(new Map([[1, 9]])), new Uint8Array(64)) },
    'evidence',
  ),
  oneFails(
    'a grant for another index',
    'STAMP-7 GRANT-2',
    { ...card, grant: granted(1) },
    'evidence',
  ),
  oneFails(
    'a grant for another host',
    'STAMP-7 GRANT-2',
    { ...card, grant: granted(0, 0, 1, SYDNEY) },
    'evidence',
  ),
  oneFails(
    'a grant for another date',
    'STAMP-7 GRANT-2',
    { ...card, grant: granted(0, 1) },
    'evidence',
  ),
  oneFails(
    'a grant of half a day for a whole one',
    'STAMP-7',
    { ...card, grant: granted(0, 0, 0.5) },
    'evidence',
  ),
  oneFails(
    'a grant by a stranger',
    'STAMP-7',
    { ...card, grant: grantOf(grantClaims(SHANGHAI, 0, 0), BOB) },
    'signature',
  ),
];

const grantAt = (issuedAt: number) => grantOf({ ...grantClaims(SHANGHAI, 0, 0), issuedAt });
const revoked: KeyRevocationEntry = { type: 'key-revocation', generation: 0, time: INSTANT };

/** A card's stamp by a grant, where the home revoked its issuing key at `INSTANT`. */
function afterRevocation(title: string, issuedAt: number, ok: object): Vector {
  const logs = [
    logOf(SHANGHAI, stampLine(SHANGHAI, 0, { ...card, grant: grantAt(issuedAt) })),
    homeLog(lineOf(revoked)),
  ];
  return count.ok(`count: ${title}`, 'KEYS-5 KEYS-7', { visa: ADA, logs }, ok);
}

const keyVectors: readonly Vector[] = [
  afterRevocation(
    'a grant from before its key was revoked counts',
    INSTANT - 1,
    countOf([dayAt(SHANGHAI, 0, 0)], [taken(SHANGHAI, 0, { basis: 'grant' })], [], 1),
  ),
  afterRevocation(
    'a grant from after its key was revoked does not',
    INSTANT,
    countOf([], [], [rejected(SHANGHAI, 0, 'evidence')], 0),
  ),
  count.ok(
    'count: four grants that a revocation dated back has killed are no strikes against their host',
    'STAMP-10 KEYS-7',
    {
      visa: ADA,
      logs: [
        logOf(
          SHANGHAI,
          ...[0, 1, 2, 3].map((k) => stampLine(SHANGHAI, k, { proof: null, grant: granted(k) })),
          stampLine(SHANGHAI, 4),
        ),
        homeLog(lineOf(revoked)),
      ],
    },
    countOf(
      [dayAt(SHANGHAI, 0, 4)],
      [taken(SHANGHAI, 4)],
      [0, 1, 2, 3].map((k) => rejected(SHANGHAI, k, 'evidence')),
      0,
    ),
  ),
  oneFails(
    'a grant of a time without an issuing key',
    'KEYS-4',
    { ...card, grant: grantAt(INSTANT - 31 * DAY) },
    'evidence',
  ),
];

export const countVectors: readonly Vector[] = [...evidence, ...keyVectors];
