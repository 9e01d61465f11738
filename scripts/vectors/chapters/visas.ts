/** Vectors of the chapter visa: what a visa says, and how it is read. */

import {
  type CborValue,
  encodeCbor,
  equalBytes,
  issuerOf,
  parseCalendarDate,
  tweetnaclBackend,
  type VisaClaims,
  visaToSign,
} from '@covisa/protocol';
import { bytesOf, DAY, INSTANT, MELBOURNE, seedOf } from '../material.js';
import { type Vector, vectorsOf } from '../vector.js';
import {
  CARD,
  ORDINARY_PAYLOAD,
  payloadOf,
  visaClaims,
  visaOf,
  visaOfPayload,
} from '../visa-material.js';

const sign = vectorsOf('visa-to-sign');
const read = vectorsOf('read-visa');

if (!equalBytes(payloadOf(new Map(), new Map()), ORDINARY_PAYLOAD)) {
  throw new Error('payloadOf: expected the payload of ordinary claims');
}

const home = MELBOURNE.id;
const former = [1, 2, 3].map((n) => bytesOf(`former/${n}`, 8));

function issues(title: string, rules: string, changes: Partial<VisaClaims>): Vector {
  const claims = visaClaims(changes);
  const signed = visaToSign(claims, home);
  return sign.ok(`to sign: ${title}`, rules, { home, claims }, signed, {
    external: `covisa/visa/1 and the 32 bytes of the home's id`,
  });
}

function refusedClaims(title: string, rules: string, changes: Partial<VisaClaims>): Vector {
  const input = { home, claims: visaClaims(changes) };
  return sign.error(`to sign: ${title} is refused`, rules, input, 'VISA_INVALID');
}

const leap = { yearStart: parseCalendarDate('2028-02-29') };
const leapEnd = Date.parse('2029-03-01') / 1000;

const issued: readonly Vector[] = [
  issues('an ordinary visa', 'VISA-1', {}),
  issues('a printed card', 'VISA-5', CARD),
  issues('a visa with three former keys', 'VISA-7', { former, ask: true }),
  issues('a visa that ends with a visa year of 29 February', 'VISA-3', {
    ...leap,
    issuedAt: leapEnd - DAY,
    expiresAt: leapEnd,
  }),
  refusedClaims('an issuer of 21 characters', 'VISA-1', { issuer: issuerOf(home).slice(1) }),
  refusedClaims('a visa number of 15 bytes', 'VISA-1', { number: bytesOf('n', 15) }),
  refusedClaims('an expiry in the second of the issue', 'VISA-2', { expiresAt: INSTANT - DAY }),
  refusedClaims('a visa that outlives its visa year', 'VISA-3', {
    expiresAt: Date.parse('2027-02-01') / 1000 + 1,
  }),
  refusedClaims('a visa of 29 February that outlives 28 February', 'VISA-3', {
    ...leap,
    issuedAt: leapEnd - DAY,
    expiresAt: leapEnd + 1,
  }),
  refusedClaims('a visa issued a day and a second before its visa year', 'VISA-4', {
    issuedAt: Date.parse('2026-01-31') / 1000 - 1,
  }),
  refusedClaims('a card that does not ask', 'VISA-5', { holderKey: null }),
  refusedClaims('a holder key of 31 bytes', 'VISA-5', { holderKey: bytesOf('x', 31) }),
  refusedClaims('a plan without characters', 'VISA-6', { plan: '' }),
  refusedClaims('a plan of 17 characters', 'VISA-6', { plan: 'x'.repeat(17) }),
  refusedClaims('a display name of 25 bytes', 'VISA-6', {
    displayName: 'é'.repeat(12).concat('x'),
  }),
  refusedClaims('a display name that turns the direction of writing', 'VISA-6', {
    displayName: 'Ada\u202e',
  }),
  refusedClaims('a display name with a control character', 'VISA-6', { displayName: 'Ada\n' }),
  refusedClaims('four former keys', 'VISA-7', { former: [...former, bytesOf('former/4', 8)] }),
  refusedClaims('a former key of 7 bytes', 'VISA-7', { former: [bytesOf('x', 7)] }),
  refusedClaims('a card with a former key', 'VISA-7', { ...CARD, former }),
];

type Changes = readonly (readonly [number, CborValue | undefined])[];

/** A visa whose payload breaks a rule, signed by its home all the same. */
function refused(
  title: string,
  rules: string,
  claims: Changes,
  own: Changes = [],
  code = 'VISA_INVALID',
): Vector {
  const visa = visaOfPayload(payloadOf(new Map(claims), new Map(own)));
  return read.error(`visa: ${title} is refused`, rules, { visa }, code);
}

const confirmed = (key: Changes): CborValue =>
  new Map([
    [
      1,
      new Map(
        key.flatMap(([name, value]) => (value === undefined ? [] : ([[name, value]] as const))),
      ),
    ],
  ]);
const x = tweetnaclBackend.publicKey(seedOf('holder/ada'));

const readings: readonly Vector[] = [
  read.ok('visa: an ordinary one is read', 'VISA-1 VISA-2', { visa: visaOf() }, visaClaims()),
  read.ok(
    'visa: a card without a display name is read',
    'VISA-5 VISA-6',
    { visa: visaOf({ ...CARD, displayName: null }) },
    visaClaims({ ...CARD, displayName: null }),
  ),
  read.ok(
    'visa: issued a day before its visa year',
    'VISA-4',
    {
      visa: visaOf({
        yearStart: parseCalendarDate('2026-05-12'),
        issuedAt: Date.parse('2026-05-11') / 1000,
      }),
    },
    visaClaims({
      yearStart: parseCalendarDate('2026-05-12'),
      issuedAt: Date.parse('2026-05-11') / 1000,
    }),
  ),
  refused('an issuer of 23 characters', 'VISA-1', [[1, `${issuerOf(home)}A`]]),
  refused('an issuer with unused bits that are not zero', 'VISA-1', [
    [1, `${issuerOf(home).slice(0, 21)}B`],
  ]),
  refused('a visa number of 17 bytes', 'VISA-1', [[7, Uint8Array.of(...bytesOf('n', 17))]]),
  refused('a visa number as text', 'VISA-1', [[7, 'n']]),
  refused('an expiry before the issue', 'VISA-2', [[4, INSTANT - 2 * DAY]]),
  refused('a negative time', 'VISA-2', [[6, -1]]),
  refused('an expiry a second after the visa year', 'VISA-3', [
    [4, Date.parse('2027-02-01') / 1000 + 1],
  ]),
  refused('an issue two days before the visa year', 'VISA-4', [
    [6, Date.parse('2026-01-30') / 1000],
  ]),
  refused('no holder key and no word of static', 'VISA-5', [[8, undefined]], [[6, true]]),
  refused(
    'static beside a holder key',
    'VISA-5',
    [],
    [
      [6, true],
      [7, true],
    ],
  ),
  refused('static that does not ask', 'VISA-5', [[8, undefined]], [[7, true]]),
  refused('a written false', 'VISA-5', [], [[6, false]]),
  refused('a holder key of another curve', 'VISA-5', [
    [
      8,
      confirmed([
        [1, 1],
        [-1, 4],
        [-2, x],
      ]),
    ],
  ]),
  refused('a holder key of 31 bytes', 'VISA-5', [
    [
      8,
      confirmed([
        [1, 1],
        [-1, 6],
        [-2, x.slice(1)],
      ]),
    ],
  ]),
  refused('a holder key that says more', 'VISA-5', [
    [
      8,
      confirmed([
        [1, 1],
        [2, x],
        [-1, 6],
        [-2, x],
      ]),
    ],
  ]),
  refused('a plan as a number', 'VISA-6', [], [[3, 7]]),
  refused('a plan with a control character', 'VISA-6', [], [[3, 'a\u0000']]),
  refused('an empty display name', 'VISA-6', [], [[4, '']]),
  refused('an empty list of former keys', 'VISA-7', [], [[5, []]]),
  refused('a list of four former keys', 'VISA-7', [], [[5, [...former, ...former.slice(0, 1)]]]),
  refused('a former key as text', 'VISA-7', [], [[5, ['abcdefgh']]]),
  refused('a claim that nobody knows', 'VISA-1', [[2, 'ada']]),
  refused('an own member that nobody knows', 'VISA-1', [], [[8, 1]]),
  refused('a visa year before 2000', 'VISA-3', [], [[1, 10_956]]),
  read.error(
    'visa: a payload that is no map is refused',
    'VISA-1',
    { visa: visaOfPayload(encodeCbor([1])) },
    'VISA_INVALID',
  ),
];

export const visas: readonly Vector[] = [...issued, ...readings];
