/**
 * The line `presentation`: what a desk's node does with the text of a code before it judges: decode
 * strictly, check claims, verify both signatures. Every presentation has a holder key of its own.
 */

import { parseToken, verifyPresentation } from '@covisa/protocol';
import { nodeSignatureBackend } from '../../../node/dist/adapters/ed25519-node.js';
import { type Cost, costEach } from '../harness/clock.js';
import type { BenchLine, LineOptions, LineResult, Ratio } from '../harness/line.js';
import { toRatio } from '../harness/ratio.js';
import { sideBySide } from '../harness/rounds.js';
import { makeSpaces, type Prepared, prepare } from '../presentations/prepared.js';
import { sdJwtOf } from '../presentations/sd-jwt.js';
import { nowSeconds } from '../world/check-ins.js';
import { floorOver } from './presentation/floor.js';
import { joseVerifier, sdJwtVerifier } from './presentation/peers.js';

const WHOLE = { homes: 20, presentations: 3000, each: 500, rounds: 15, warmUps: 6 };
const QUICK = { homes: 3, presentations: 30, each: 10, rounds: 2, warmUps: 1 };

const FLOOR_RATIO_MAX = 1.25;
const PEER_RATIO_MIN = 2;

/** A text with one character of its last signature changed. */
function forged<T extends { readonly token: string } | { readonly text: string }>(shown: T): T {
  const change = (text: string): string =>
    `${text.slice(0, -20)}${text.at(-20) === 'A' ? 'B' : 'A'}${text.slice(-19)}`;
  return 'text' in shown
    ? { ...shown, text: change(shown.text) }
    : { ...shown, token: change(shown.token) };
}

/** A side whose check takes everything would be fast, and worth nothing. */
async function demandRefusal(side: string, verify: () => Promise<unknown>): Promise<void> {
  const refused = await verify().then(
    () => false,
    () => true,
  );
  if (!refused) throw new Error(`${side}: expected a refusal of a forged presentation, got none`);
}

async function sidesOver(prepared: readonly Prepared[]) {
  const backend = nodeSignatureBackend();
  const ours = async ({ token, context }: Prepared) =>
    verifyPresentation(backend, parseToken(token), context);
  const homes = [...new Set(prepared.map(({ home }) => home))];
  const [jose, sdJwt] = [await joseVerifier(homes), await sdJwtVerifier(homes)];
  const both = prepared.map((one) => [one, sdJwtOf(one)] as const);
  const at = (index: number) => {
    const pair = both[index];
    if (pair === undefined) throw new RangeError(`presentation ${index}: there is none`);
    return pair;
  };
  const [first, text] = at(0);
  await demandRefusal('covisa', () => ours(forged(first)));
  await demandRefusal('jose', () => jose(forged(text), first.context));
  await demandRefusal('@sd-jwt/core', () => sdJwt(forged(text), first.context));
  const floor = floorOver(prepared);
  return {
    ours: (index: number) => ours(at(index)[0]),
    floor: async (index: number) => floor(index),
    jose: (index: number) => jose(at(index)[1], at(index)[0].context),
    sdJwt: (index: number) => sdJwt(at(index)[1], at(index)[0].context),
  };
}

async function run({ quick, say }: LineOptions): Promise<LineResult> {
  const size = quick ? QUICK : WHOLE;
  say(`making ${size.presentations} presentations of ${size.homes} homes`);
  const now = nowSeconds();
  const [host, ...homes] = await makeSpaces(size.homes + 1, now);
  if (host === undefined) throw new RangeError('homes: expected one at least');
  const prepared = Array.from({ length: size.presentations }, (_, i) =>
    prepare(homes[i % homes.length] ?? host, { host: host.id, isOpen: false, now }),
  );
  const sides = await sidesOver(prepared);
  const timed = (verify: (index: number) => Promise<unknown>) => (round: number) => {
    const from = (round + size.warmUps) * size.each;
    return costEach(size.each, (i) => verify((from + i) % prepared.length));
  };
  say('verifying');
  const found = await sideBySide(
    {
      ours: timed(sides.ours),
      floor: timed(sides.floor),
      jose: timed(sides.jose),
      sdJwt: timed(sides.sdJwt),
    },
    size,
  );
  const ratio = (theirs: Cost, against: string, wanted: NonNullable<Ratio['wanted']>) =>
    toRatio({
      ...{ name: 'verifying a presentation, on one core', against, unit: 'µs', wanted },
      ...{ ours: found.ours.processor, theirs: theirs.processor },
      value: 'atMost' in wanted ? 'ours/theirs' : 'theirs/ours',
    });
  const wanted = { atLeast: PEER_RATIO_MIN };
  return {
    ratios: [
      ratio(found.floor, 'two bare crypto.verify, keys ready', { atMost: FLOOR_RATIO_MAX }),
      ratio(found.jose, 'jose, a JWT and its key-binding JWT', wanted),
      ratio(found.sdJwt, '@sd-jwt/core, an SD-JWT with key binding', wanted),
    ],
    figures: {
      'presentations a second and core': 1e6 / found.ours.processor,
      'by the clock, µs': found.ours.clock,
      'by the clock, the floor, µs': found.floor.clock,
      'by the clock, jose, µs': found.jose.clock,
      'by the clock, @sd-jwt/core, µs': found.sdJwt.clock,
    },
    notes: NOTES,
  };
}

const NOTES = [
  'Base45, CBOR, claims and both signatures, by the code that the node runs. Presentations are of ' +
    '3,000 members of 20 homes, each with a holder key of its own, taken in turn.',
  'The peers verify the same content, signed by the same keys with EdDSA. Their issuing keys are ' +
    'imported beforehand; the holder key comes with each presentation, as it does with ours.',
  'What is compared is processor time, all threads of the process together: it is what a core can ' +
    'do, whatever else the machine does meanwhile. The time by the clock is told besides.',
  'All calls are awaited one after the other. jose verifies by WebCrypto, which works in another ' +
    'thread meanwhile; @sd-jwt/core is given node:crypto.',
  'Where a peer takes less than twice the floor, nobody can be twice as fast who verifies both ' +
    'signatures.',
];

/** The line. */
export const presentation: BenchLine = {
  name: 'presentation',
  title: 'Verifying a presentation',
  minutesMax: 30,
  run,
};
