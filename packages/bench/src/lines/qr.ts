/**
 * The line `qr`: how large the code of a presentation is, as phones show it, beside other signed
 * codes of the same claims. A code of fewer modules is read from further away and by worse cameras.
 */

import { assembleVisa, encodeToken, visaToSign } from '@covisa/protocol';
import { create } from 'qrcode';
import { qrVersion } from '../../../node/dist/cli/qr.js';
import type { BenchLine, LineOptions, LineResult } from '../harness/line.js';
import { toRatio } from '../harness/ratio.js';
import { median } from '../harness/statistics.js';
import { contentOf, makeSpaces, type Prepared, prepare } from '../presentations/prepared.js';
import { sdJwtOf } from '../presentations/sd-jwt.js';
import { nowSeconds } from '../world/check-ins.js';
import { dccOf, healthKey, shcOf } from './qr/health.js';

/** Members whose codes are made: compressed ones differ a little. */
const MEMBERS = 21;
const QUICK_MEMBERS = 3;

const SD_JWT_RATIO_MIN = 1.5;
/** Beside codes that do not prove who shows them: no more modules, of a presentation too. */
const FEWEST_RATIO_MIN = 1;

/** The side of our code in modules: one segment, as our own commands and pages make it. */
function ownSide(text: string): number {
  return 17 + 4 * qrVersion(text, 'M');
}

/** The side of another's: the shortest mixture of segments that the library finds. */
function otherSide(text: string): number {
  return create(text, { errorCorrectionLevel: 'M' }).modules.size;
}

/** The same member's visa as a card, which says nothing of who holds it. */
function cardOf(one: Prepared): string {
  const { claims } = contentOf(one).visa;
  const card = { ...claims, holderKey: null, ask: true };
  const { payload, message } = visaToSign(card, one.home.id);
  return encodeToken(assembleVisa(payload, one.home.signVisa(message)));
}

function sidesOf(open: readonly Prepared[], bound: readonly Prepared[]) {
  const key = healthKey();
  const claims = open.map((one) => contentOf(one).visa.claims);
  const sides = {
    open: open.map(({ token }) => ownSide(token)),
    bound: bound.map(({ token }) => ownSide(token)),
    sdJwtOpen: open.map((one) => otherSide(sdJwtOf(one).text)),
    sdJwtBound: bound.map((one) => otherSide(sdJwtOf(one).text)),
    card: open.map((one) => ownSide(cardOf(one))),
    dcc: claims.map((one) => otherSide(dccOf(one, key))),
    shc: claims.map((one) => otherSide(shcOf(one, key))),
  };
  const medians = Object.entries(sides).map(([name, all]) => [name, median(all)]);
  return Object.fromEntries(medians) as Record<keyof typeof sides, number>;
}

async function run({ quick }: LineOptions): Promise<LineResult> {
  const now = nowSeconds();
  const [host, home] = await makeSpaces(2, now);
  if (host === undefined || home === undefined) throw new RangeError('spaces: expected two');
  const made = (isOpen: boolean) =>
    Array.from({ length: quick ? QUICK_MEMBERS : MEMBERS }, () =>
      prepare(home, { host: host.id, isOpen, now }),
    );
  const sides = sidesOf(made(true), made(false));
  const fewer = (name: string, against: string, pair: readonly [number, number], least: number) =>
    toRatio({
      ...{ name, against, unit: 'modules', value: 'theirs/ours', wanted: { atLeast: least } },
      ...{ ours: pair[0] ** 2, theirs: pair[1] ** 2 },
    });
  const sdJwt = 'an SD-JWT VC with key binding';
  const [dcc, shc] = ['as an EU DCC', 'as a SMART Health Card'];
  const [open, bound] = ['QR code, open', 'QR code, host-bound'];
  const card = 'QR code, no holder binding (a printed card)';
  return {
    ratios: [
      fewer(open, sdJwt, [sides.open, sides.sdJwtOpen], SD_JWT_RATIO_MIN),
      fewer(open, dcc, [sides.open, sides.dcc], FEWEST_RATIO_MIN),
      fewer(open, shc, [sides.open, sides.shc], FEWEST_RATIO_MIN),
      fewer(bound, sdJwt, [sides.bound, sides.sdJwtBound], SD_JWT_RATIO_MIN),
      fewer(bound, dcc, [sides.bound, sides.dcc], FEWEST_RATIO_MIN),
      fewer(bound, shc, [sides.bound, sides.shc], FEWEST_RATIO_MIN),
      fewer(card, dcc, [sides.card, sides.dcc], FEWEST_RATIO_MIN),
      fewer(card, shc, [sides.card, sides.shc], FEWEST_RATIO_MIN),
    ],
    figures: {
      'side, open, modules': sides.open,
      'side, host-bound, modules': sides.bound,
      'side, SD-JWT VC, open, modules': sides.sdJwtOpen,
      'side, SD-JWT VC, host-bound, modules': sides.sdJwtBound,
      'side, printed card without holder binding, modules': sides.card,
      'side, as an EU DCC, no holder binding, modules': sides.dcc,
      'side, as a SMART Health Card, no holder binding, modules': sides.shc,
    },
    notes: NOTES,
  };
}

const NOTES = [
  'Level M, without the white around the code. All codes are really signed, over the same claims: ' +
    'issuer, number, times, days, plan and a short name. Every choice is made in the ' +
    "peers' favour: the shortest names and issuers, days as numbers, no links, no disclosures.",
  'An EU DCC (CBOR, COSE, zlib, base45) and a SMART Health Card (JWS, deflate, digits) carry no ' +
    'proof of the holder: a copy is as good as the original. A presentation has a second signature in ' +
    'it, by the key of who shows it, and is held against them all the same; like with like is our ' +
    'printed card, which has no such proof either.',
];

/** The line. */
export const qr: BenchLine = { name: 'qr', title: 'The size of the code', minutesMax: 30, run };
