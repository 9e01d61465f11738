/** Stamps of Ada's visa for tests: sealed, proven and granted by keys made from labels. */

import {
  type AnnouncedKey,
  assembleGrant,
  type CalendarDate,
  countStamps,
  encodeBase64url,
  type FoundStamp,
  grantToSign,
  openChecks,
  type ProgrammeId,
  parseCalendarDate,
  type SpaceId,
  type StampCheck,
  type StampEntry,
  type StampedVisa,
  type StampUsage,
  sealStamp,
  shortSpaceId,
  stampChecks,
  stampMarker,
  tweetnaclBackend,
} from '@covisa/protocol';
import { TEST_DATE, TEST_INSTANT, testBytes, testSeed } from '../support/fixed.js';
import { holderKeyOf, issuingKeyOf, issuingSeed, MELBOURNE, makeProof } from '../support/visas.js';

export const ADA: StampedVisa = {
  home: MELBOURNE,
  visaNumber: testBytes('visa/ada', 16),
  holderKey: holderKeyOf('ada'),
  former: [],
};

const PROGRAMME = encodeBase64url(testSeed('programme')) as ProgrammeId;

/** Melbourne's issuing key around the test instant. */
export const ISSUING_KEYS: readonly AnnouncedKey[] = [
  {
    entry: {
      type: 'keys',
      generation: 0,
      issuing: encodeBase64url(issuingKeyOf(MELBOURNE)),
      from: TEST_INSTANT - 30 * 86_400,
      until: TEST_INSTANT + 30 * 86_400,
    },
    incarnation: 0,
    deadSince: null,
  },
];

/** A date some days after the test date. */
export function dateAfter(days: number): CalendarDate {
  const milliseconds = Date.parse(TEST_DATE) + days * 86_400_000;
  return parseCalendarDate(new Date(milliseconds).toISOString().slice(0, 10));
}

export interface StampSample {
  readonly host: SpaceId;
  readonly k: number;
  /** Days after the test date; the proof is of the same day unless `proof` says otherwise. */
  readonly day?: number;
  readonly index?: number;
  readonly incarnation?: number;
  readonly proof?: Uint8Array | null;
  readonly grant?: Uint8Array | null;
  readonly holderKey?: Uint8Array | null;
  readonly voids?: readonly CalendarDate[];
  readonly entry?: Partial<StampEntry>;
  /** Whose seal it is, if it is a copy. */
  readonly sealedFor?: SpaceId;
}

/** An open proof of the day `day` after the test date; `nonce` tells proofs of one day apart. */
export function proofOf(day: number, nonce = `nonce/${day}`): Uint8Array {
  return makeProof({ time: TEST_INSTANT + day * 86_400, nonce: testBytes(nonce, 8) });
}

/** A grant by Melbourne for Ada. */
export function grantFor(
  host: SpaceId,
  k: number,
  day: number,
  weight: 1 | 0.5 = 1,
  seed: Uint8Array = issuingSeed(MELBOURNE),
): Uint8Array {
  const claims = {
    k,
    host: shortSpaceId(host),
    date: dateAfter(day),
    issuedAt: TEST_INSTANT,
    lapsesAt: TEST_INSTANT + 172_800,
    weight,
  };
  const { payload, message } = grantToSign(claims, MELBOURNE, ADA.visaNumber);
  return assembleGrant(payload, tweetnaclBackend.sign(seed, message));
}

/** A found stamp that counts, unless the sample spoils it. */
export function makeStamp(sample: StampSample): FoundStamp {
  const { host, k, day = 0, index = k, incarnation = 0, voids = [] } = sample;
  const place = { visaNumber: ADA.visaNumber, k, host: sample.sealedFor ?? host };
  const contents = {
    holderKey: sample.holderKey === undefined ? holderKeyOf('ada') : sample.holderKey,
    proof: sample.proof === undefined ? proofOf(day, `nonce/${k}/${host}`) : sample.proof,
    grant: sample.grant ?? null,
  };
  const entry: StampEntry = {
    type: 'stamp',
    marker: stampMarker(ADA.visaNumber, k),
    home: MELBOURNE,
    venue: 'main',
    date: dateAfter(day),
    kind: 'free',
    weight: 1,
    programme: PROGRAMME,
    roster: 0,
    seal: sealStamp(contents, place, testBytes(`seal/${k}/${host}`, 24)),
    ...sample.entry,
  };
  return { host, incarnation, index, k, entry, voids };
}

const remembered = new Map<string, boolean>();

/** The result of a check by the portable back end, run once in all tests. */
export function verified({ id, check }: StampCheck): boolean {
  const result = remembered.get(id) ?? tweetnaclBackend.verify(check);
  remembered.set(id, result);
  return result;
}

/** The usage of Ada's visa: checks are run by the portable back end, each once in all tests. */
export function usageOf(
  found: readonly FoundStamp[],
  visa: StampedVisa = ADA,
  issuingKeys = ISSUING_KEYS,
): StampUsage {
  const checked = stampChecks(found, visa, issuingKeys);
  for (const one of openChecks(checked, remembered)) verified(one);
  return countStamps(checked, remembered);
}

/** Usage in short: `date host k`, one a day, hosts by the labels given. */
export function inShort(usage: StampUsage): readonly string[] {
  return usage.days.map((day) => `${day.date} ${day.host.slice(0, 4)} ${day.k} ${day.kind}`);
}
