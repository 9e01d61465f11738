/** Presentations, good and bad: made from maps of CBOR, so that each rule can be broken. */

import {
  assembleCose,
  type CborValue,
  coseMessage,
  encodeBase45,
  encodeBase64url,
  encodeCbor,
  joinCborArray,
  parseBase45,
  parseBase64url,
} from '@covisa/protocol';
import { nodeSignatureBackend } from '#node/adapters/ed25519-node.js';
import { bent, type Case, idOf, seedOf } from './case.js';

type Members = ReadonlyMap<number | string, CborValue>;
type Changes = Readonly<Record<number, CborValue | undefined>>;

const backend = nodeSignatureBackend();
/** 2026-05-12T09:00:00Z. */
const INSTANT = 1_778_576_400;
const DAY = 86_400;
const HOME = idOf('melbourne');
const HOST = idOf('shanghai');
const OTHER_HOST = idOf('sydney');
const ISSUING_SEED = seedOf('issuing');
const HOLDER_SEED = seedOf('holder');
const NUMBER = seedOf('visa number').slice(0, 16);
const holder = new Map<number, CborValue>([
  [1, 1],
  [-1, 6],
  [-2, backend.publicKey(HOLDER_SEED)],
]);

/** What a token is made of; members that are undefined are left out. */
interface Making {
  readonly visa?: Changes;
  readonly own?: Changes;
  readonly proof?: Changes | null;
  readonly home?: string;
  readonly number?: Uint8Array;
  readonly issuingSeed?: Uint8Array;
  readonly holderSeed?: Uint8Array;
  /** Changes the bytes of visa and proof before they are put together. */
  readonly items?: (items: readonly Uint8Array[]) => readonly Uint8Array[];
}

function changed(members: Members, changes: Changes = {}): Members {
  const all = new Map(members);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) all.delete(Number(name));
    else all.set(Number(name), value);
  }
  return all;
}

function signed(payload: Uint8Array, seed: Uint8Array, ...external: readonly Uint8Array[]) {
  const message = coseMessage(payload, new Uint8Array(Buffer.concat(external)));
  return assembleCose(payload, backend.sign(seed, message));
}

function tokenOf(making: Making): string {
  const own = changed(
    new Map<number, CborValue>([
      [1, 20_485],
      [2, 19_982],
      [3, 'full-time'],
      [4, 'Ada L.'],
    ]),
    making.own,
  );
  const claims = changed(
    new Map<number, CborValue>([
      [1, encodeBase64url(parseBase64url(HOME).slice(0, 16))],
      [4, INSTANT + 29 * DAY],
      [6, INSTANT - DAY],
      [7, NUMBER],
      [8, new Map([[1, holder]])],
      [-65537, own],
    ]),
    making.visa,
  );
  const home = parseBase64url(making.home ?? HOME);
  const label = (text: string) => new Uint8Array(Buffer.from(text));
  const issuingSeed = making.issuingSeed ?? ISSUING_SEED;
  const items = [signed(encodeCbor(claims), issuingSeed, label('covisa/visa/1'), home)];
  if (making.proof !== null) {
    const meant = changed(
      new Map<number, CborValue>([
        [1, 1],
        [2, INSTANT],
        [4, seedOf('nonce').slice(0, 8)],
      ]),
      making.proof,
    );
    const external = [label('covisa/proof/1'), home, making.number ?? NUMBER];
    items.push(signed(encodeCbor(meant), making.holderSeed ?? HOLDER_SEED, ...external));
  }
  return `CV1:${encodeBase45(joinCborArray(making.items?.(items) ?? items))}`;
}

const wanted = {
  home: HOME,
  issuingKey: encodeBase64url(backend.publicKey(ISSUING_SEED)),
  host: HOST,
  purpose: 'visit',
  instant: INSTANT,
  revokedBefore: null,
};

function caseOf(isGood: boolean) {
  return (title: string, making: Making | string, change: object = {}): Case => {
    const token = typeof making === 'string' ? making : tokenOf(making);
    const input = { token, ...wanted, ...change };
    return { title, operation: 'verify-presentation', input, isGood };
  };
}
const good = caseOf(true);
const bad = caseOf(false);

const short = (id: string) => parseBase64url(id).slice(0, 16);
const STATIC = { visa: { 8: undefined }, own: { 6: true, 7: true }, proof: null };
const digest = seedOf('former').slice(0, 8);
const honest = tokenOf({});

function key(changes: Changes): Making {
  return { visa: { 8: new Map([[1, changed(holder, changes)]]) } };
}

function withItem(index: number, change: (item: Uint8Array) => Uint8Array): Making {
  return { items: (items) => items.map((one, at) => (at === index ? change(one) : one)) };
}

/** The COSE_Sign1 of an item with one of its four bytes ranges put in place of another. */
function patched(item: Uint8Array, from: readonly number[], to: readonly number[]): Uint8Array {
  const [bytes, before, after] = [item, from, to].map((one) => Buffer.from(one));
  const at = bytes?.indexOf(before ?? '') ?? -1;
  if (!bytes || !before || !after || at < 0) throw new Error('patch: expected what it replaces');
  return new Uint8Array(
    Buffer.concat([bytes.subarray(0, at), after, bytes.subarray(at + before.length)]),
  );
}

const HEADERS = [0x43, 0xa1, 0x01, 0x27, 0xa0];
const leapYear = { 4: INSTANT - 60 * DAY, 6: INSTANT - 61 * DAY };

const goodOnes: readonly Case[] = [
  good('an open presentation', {}),
  good('one for this host', { proof: { 3: short(HOST) } }),
  good('a clock that is 60 s fast', {}, { instant: INSTANT - 60 }),
  good('the last second', {}, { instant: INSTANT + 120 }),
  good('a purpose of another act', { proof: { 1: 7 } }, { purpose: 'erase' }),
  good('no space that is meant', {}, { host: null }),
  good('a static visa', STATIC),
  good('a static visa at any time', STATIC, { instant: INSTANT + 3_000 }),
  good('no display name', { own: { 4: undefined } }),
  good('a plan of 16 characters, not all of one code unit', { own: { 3: '🂡'.repeat(16) } }),
  good('a name of 24 bytes', { own: { 4: 'é'.repeat(12) } }),
  good('three former keys', { own: { 5: [digest, digest, digest] } }),
  good('a visa that asks', { own: { 6: true } }),
  good('issued in the second of a revocation', {}, { revokedBefore: INSTANT - DAY }),
  good('an issue time 60 s ahead', { visa: { 6: INSTANT + 60 } }),
  good('the last second of a visa', { visa: { 4: INSTANT + 1 } }),
  good('to the end of the visa year', { visa: { 4: 20_850 * DAY } }),
  good('a visa year that begins on the day after', { own: { 1: 20_585 } }),
  good(
    'a visa year from a 29 February',
    { own: { 1: 19_782 }, visa: { 6: 20_147 * DAY, 4: 20_148 * DAY }, proof: { 2: 20_147 * DAY } },
    { instant: 20_147 * DAY },
  ),
];

const badTokens: readonly Case[] = [
  bad('no text', ''),
  bad('small letters', honest.toLowerCase()),
  bad('another prefix', honest.replace('CV1:', 'CV2:')),
  bad('nothing behind the prefix', 'CV1:'),
  bad('white space before it', ` ${honest}`),
  bad('white space behind it', `${honest} `),
  bad('1,201 characters', `CV1:${'0'.repeat(1_197)}`),
  bad('one character more', `${honest}0`),
  bad('one character less', honest.slice(0, -1)),
  bad('a group beyond two bytes', `CV1:GGW${honest.slice(7)}`),
  bad('a character that base45 has not', `CV1:a${honest.slice(5)}`),
  bad('a character of two bytes', `CV1:é${honest.slice(5)}`),
  bad('a visa alone', { proof: null }),
  bad('a proof beside a static visa', { ...STATIC, proof: {} }),
  bad('three items', { items: ([one, two]) => [one, two, two].filter((item) => !!item) as never }),
  bad('no item', { items: () => [] }),
  bad('a map', `CV1:${encodeBase45(Uint8Array.of(0xa0))}`),
  bad('a head of two bytes', `CV1:${encodeBase45(Uint8Array.of(0x98, 1, 0))}`),
];

const badCose: readonly Case[] = [
  bad(
    'a tag',
    withItem(0, (item) => Uint8Array.of(0xd2, ...item)),
  ),
  bad(
    'another algorithm',
    withItem(0, (item) => patched(item, HEADERS, [0x43, 0xa1, 1, 0x26, 0xa0])),
  ),
  bad(
    'an unprotected header',
    withItem(1, (item) => patched(item, HEADERS, [...HEADERS.slice(0, 4), 0xa1, 4, 0])),
  ),
  bad(
    'an empty header in two bytes',
    withItem(1, (item) => patched(item, HEADERS, [...HEADERS.slice(0, 4), 0xb8, 0])),
  ),
  bad(
    'five items',
    withItem(0, (item) => Uint8Array.of(0x85, ...item.slice(1), 0)),
  ),
  bad(
    'three items in a COSE_Sign1',
    withItem(1, (item) => Uint8Array.of(0x83, ...item.slice(1, -66))),
  ),
  bad(
    'a payload that is a text',
    withItem(0, (item) => patched(item, [0xa0, 0x58], [0xa0, 0x78])),
  ),
  bad(
    'a payload in a longer head',
    withItem(0, (item) => patched(item, [0xa0, 0x58], [0xa0, 0x59, 0])),
  ),
  bad(
    'a signature of 63 bytes',
    withItem(1, (item) => patched(item, [0x58, 64], [0x58, 63]).slice(0, -1)),
  ),
];

const TEXT_PAYLOAD = Buffer.from(`8443a10127a061615840${'00'.repeat(64)}`, 'hex');

const badClaims: readonly Case[] = [
  bad(
    'a text as payload',
    withItem(0, () => new Uint8Array(TEXT_PAYLOAD)),
  ),
  bad('another home', {}, { home: HOST }),
  bad('an issuer of 21 characters', { visa: { 1: 'A'.repeat(21) } }),
  bad('an issuer too short, and stale', { visa: { 1: 'AA' } }, { instant: INSTANT + 500 }),
  bad('an issuer whose unused bits are not zero', { visa: { 1: `${'A'.repeat(21)}B` } }),
  bad('a number of 15 bytes', { visa: { 7: NUMBER.slice(1) } }),
  bad('no number', { visa: { 7: undefined } }),
  bad('an expiry in the second of issue', { visa: { 4: INSTANT - DAY } }),
  bad('a second beyond the visa year', { visa: { 4: 20_850 * DAY + 1 } }),
  bad('issued two days before the visa year', { own: { 1: 20_587 } }),
  bad('a first day before 2000', { own: { 1: 10_956 } }),
  bad('a first day in 2999', { own: { 1: 375_835 } }),
  bad('member since before 2000', { own: { 2: 10_956 } }),
  bad('a time after the year 9999', { visa: { 4: 253_402_300_800 } }),
  bad('a negative time', { visa: { 6: -1 } }),
  bad('a time beyond 2^53', { visa: { 6: 2 ** 53 - 1 } }),
  bad('no holder key, and not static', { visa: { 8: undefined } }),
  bad('static with a holder key', { own: { 6: true, 7: true } }),
  bad('static without asking', { ...STATIC, own: { 7: true } }),
  bad('static with former keys', { ...STATIC, own: { ...STATIC.own, 5: [digest] } }),
  bad('a written false', { own: { 6: false } }),
  bad('an empty plan', { own: { 3: '' } }),
  bad('a plan of 17 characters', { own: { 3: 'x'.repeat(17) } }),
  bad('a plan that is no text', { own: { 3: 5 } }),
  bad('a plan with a line break', { own: { 3: 'full\ntime' } }),
  bad('a plan with a control character of Latin 1', { own: { 3: 'full\u0085time' } }),
  bad('a name that turns the line around', { own: { 4: 'Ada\u202e L.' } }),
  bad('a name in an isolate', { own: { 4: '\u2066Ada L.\u2069' } }),
  bad('a name of 25 bytes', { own: { 4: 'x'.repeat(25) } }),
  bad('an empty list of former keys', { own: { 5: [] } }),
  bad('four former keys', { own: { 5: [digest, digest, digest, digest] } }),
  bad('a former key of 7 bytes', { own: { 5: [digest.slice(1)] } }),
  bad('a former key that is a text', { own: { 5: ['12345678'] } }),
  bad('an unknown member', { visa: { 9: 1 } }),
  bad('an unknown member of the own map', { own: { 8: 1 } }),
  bad('an own map that is a list', { visa: { [-65537]: [] } }),
  bad('a key of another kind', key({ 1: 2 })),
  bad('a key of another curve', key({ [-1]: 4 })),
  bad('a key of 31 bytes', key({ [-2]: new Uint8Array(31) })),
  bad('a key with an algorithm', key({ 3: -8 })),
  bad('a key beside its map', {
    visa: {
      8: new Map<number, CborValue>([
        [1, holder],
        [2, 1],
      ]),
    },
  }),
  bad(
    'a payload that is a list',
    withItem(0, () => signed(encodeCbor([1]), ISSUING_SEED)),
  ),
];

const badMoments: readonly Case[] = [
  bad('issued 61 s ahead', { visa: { 6: INSTANT + 61 } }),
  bad('the second of expiry', { visa: { 4: INSTANT } }),
  bad('revoked a second after it was issued', {}, { revokedBefore: INSTANT - DAY + 1 }),
  bad('a static visa that expired', { ...STATIC, visa: { 8: undefined, ...leapYear } }),
  bad('a static visa for another purpose', STATIC, { purpose: 'renew' }),
  bad('another purpose', {}, { purpose: 'renew' }),
  bad('no purpose that there is', {}, { purpose: 'party' }),
  bad('another host', { proof: { 3: short(OTHER_HOST) } }),
  bad('a host where none is meant', { proof: { 3: short(HOST) } }, { host: null }),
  bad('61 s from the future', {}, { instant: INSTANT - 61 }),
  bad('121 s old', {}, { instant: INSTANT + 121 }),
  bad('purpose 0', { proof: { 1: 0 } }),
  bad('purpose 8', { proof: { 1: 8 } }),
  bad('a nonce of 7 bytes', { proof: { 4: new Uint8Array(7) } }),
  bad('no nonce', { proof: { 4: undefined } }),
  bad('an unknown member of the proof', { proof: { 5: 1 } }),
  bad('a host of 32 bytes', { proof: { 3: parseBase64url(HOST) } }),
  bad('another issuing key', { issuingSeed: seedOf('a thief') }),
  bad('another issuing key of a static visa', { ...STATIC, issuingSeed: seedOf('a thief') }),
  bad('an issuing key of 31 bytes', {}, { issuingKey: 'A'.repeat(42).slice(0, 40) }),
  bad('an issuing key of small order', {}, { issuingKey: encodeBase64url(new Uint8Array(32)) }),
  bad('signed for a home of the same short id', { home: `${HOME.slice(0, 30)}${HOST.slice(30)}` }),
  bad('another holder', { holderSeed: seedOf('a thief') }),
  bad('a proof of another visa', { number: seedOf('another').slice(0, 16) }),
  bad('both forged', { issuingSeed: seedOf('a thief'), holderSeed: seedOf('a thief') }),
  bad('a home that is no id', {}, { home: 'melbourne' }),
  bad('an instant that is a text', {}, { instant: `${INSTANT}` }),
];

/** Payloads that are not CBOR of the kinds used here, or not in its one encoding. */
const badPayloads: readonly Case[] = [
  ...['', '00', '1c00', '1800', '19', '1a0000', '1e', '0000', 'c100', 'd81800', 'f0', 'f7', 'f820'],
  ...['f90000', 'fb0000000000000000', '5f40ff', '9fff', 'bfff', '42aa', '6261', '8200', 'a100'],
  ...['a1f500', 'a14000', 'a18000', '61ff', '63eda080', 'a201000100', 'a20100180100', 'a202000100'],
  ...['1b0020000000000000', '1b001fffffffffffff', '3b001fffffffffffff', '3b001ffffffffffffe'],
  ...[
    '1bffffffffffffffff',
    '3bffffffffffffffff',
    '5801aa',
    '980100',
    'b800',
    'f4',
    'f6',
    '80',
    'a0',
  ],
  ...['a2616100613000', 'a26161000100', 'a22000181800', '9bffffffffffffffff', '1c'.padEnd(34, '0')],
  ...['81'.repeat(6), '81'.repeat(7), '81'.repeat(40)].map((nested) => `${nested}00`),
].flatMap((hex) => {
  const payload = new Uint8Array(Buffer.from(hex, 'hex'));
  return [0, 1].map((at) =>
    bad(
      `the payload ${hex} in item ${at}`,
      withItem(at, () => signed(payload, ISSUING_SEED)),
    ),
  );
});

/** A presentation with each of its bytes bent, by some masks. */
function bentOnes(): Case[] {
  const bytes = parseBase45(honest.slice(4));
  const masks = [0x01, 0x38];
  return [...bytes.keys()].flatMap((at) =>
    masks.map((mask) =>
      bad(`byte ${at} bent by ${mask}`, `CV1:${encodeBase45(bent(bytes, at, mask))}`),
    ),
  );
}

/** All presentations. */
export const presentationCases: readonly Case[] = [
  ...goodOnes,
  ...badTokens,
  ...badCose,
  ...badClaims,
  ...badMoments,
  ...badPayloads,
  ...bentOnes(),
];
