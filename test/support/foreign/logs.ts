/** Checkpoints, proofs and tiles, good and bad, and the small operations. */

import { createHash } from 'node:crypto';
import {
  checkpointToSign,
  consistencyRanges,
  encodeBase64,
  encodeBase64url,
  encodeCheckpoint,
  encodeNote,
  encodeSignatureLine,
  encodeTilePath,
  encodeUtf8,
  inclusionRanges,
  leafHash,
  leavesOfLevel,
  noteKeyId,
  type Subtree,
  spaceId,
  subtreeHash,
  tileWidth,
} from '@covisa/protocol';
import { nodeSignatureBackend } from '#node/adapters/ed25519-node.js';
import { bent, type Case, idOf, seedOf } from './case.js';

const backend = nodeSignatureBackend();
const LOG_SEED = seedOf('log key');
const logKey = backend.publicKey(LOG_SEED);
const SPACE = idOf('melbourne');
const ORIGIN = `covisa/${SPACE}/0`;

/** A leaf hash for each of some lines. */
function leavesOf(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => leafHash(encodeUtf8(`{"type":"a","n":${i}}`)));
}

function hashOf(leaves: readonly Uint8Array[], { from, to }: Subtree): Uint8Array {
  return subtreeHash(leaves.slice(from, to));
}

function casesOf(operation: string) {
  const make = (isGood: boolean) => (title: string, input: Case['input']) => ({
    title,
    operation,
    input,
    isGood,
  });
  return { good: make(true), bad: make(false) };
}

/** A note over any text, signed by the log key or another. */
function signedNote(text: string, name = ORIGIN, seed = LOG_SEED, times = 1): string {
  const signature = backend.sign(seed, encodeUtf8(text));
  const keyId = noteKeyId(name, 1, backend.publicKey(seed));
  return encodeNote(text, Array(times).fill(encodeSignatureLine({ name, keyId, signature })));
}

function checkpointOf(size: number, root: Uint8Array): string {
  const claims = { log: { space: spaceId.parse(SPACE, ''), incarnation: 0 }, size, root };
  const signature = backend.sign(LOG_SEED, checkpointToSign(claims));
  return encodeCheckpoint(claims, logKey, signature);
}

const ROOT_TEXT = encodeBase64(seedOf('root'));
const TEXT = `${ORIGIN}\n5\n${ROOT_TEXT}\n`;
const note = signedNote(TEXT);
const STRANGER = { name: 'x', keyId: new Uint8Array(4), signature: logKey };
const at = casesOf('read-checkpoint');
const [textPart = '', linePart = ''] = note.split('\n\n');

function lines(origin: string, size = '5', root = ROOT_TEXT): Case['input'] {
  return { note: signedNote(`${origin}\n${size}\n${root}\n`, origin), logKey };
}

/** The note with one character put in another's place, at each place. */
function bentNotes(): Case[] {
  return [...note].flatMap((_, index) =>
    ['A', '\n', ' ', '+', '='].map((one) => {
      const changed = note.slice(0, index) + one + note.slice(index + 1);
      return {
        ...at.bad(`"${one}" at ${index}`, { note: changed, logKey }),
        isGood: changed === note,
      };
    }),
  );
}

const checkpointCases: readonly Case[] = [
  at.good('a checkpoint', { note, logKey }),
  at.good('an empty log', lines(ORIGIN, '0')),
  at.good('the largest size', lines(ORIGIN, `${2 ** 40}`)),
  at.good('the largest incarnation', lines(`covisa/${SPACE}/4294967295`)),
  at.bad('a size too large', lines(ORIGIN, `${2 ** 40 + 1}`)),
  at.bad('a size with a zero before it', lines(ORIGIN, '05')),
  at.bad('a negative size', lines(ORIGIN, '-5')),
  at.bad('a size in digits of another script', lines(ORIGIN, '٥')),
  at.bad('an incarnation too large', lines(`covisa/${SPACE}/4294967296`)),
  at.bad('an incarnation with a zero before it', lines(`covisa/${SPACE}/01`)),
  at.bad('another origin', lines(`visa/${SPACE}/0`)),
  at.bad('a space id whose unused bits are not zero', lines(`covisa/${SPACE.slice(0, 42)}B/0`)),
  at.bad('a root of 31 bytes', lines(ORIGIN, '5', encodeBase64(seedOf('root').slice(1)))),
  at.bad('a root without its padding', lines(ORIGIN, '5', ROOT_TEXT.slice(0, -1))),
  at.bad(
    'a root whose unused bits are not zero',
    lines(ORIGIN, '5', ROOT_TEXT.replace(/.=$/u, 'B=')),
  ),
  at.bad('a fourth line', { note: signedNote(`${TEXT}more\n`), logKey }),
  at.bad('two lines', { note: signedNote(`${ORIGIN}\n5\n`), logKey }),
  at.bad('an empty line in the text', { note: signedNote(`${ORIGIN}\n\n${ROOT_TEXT}\n`), logKey }),
  at.bad('another key name', { note: signedNote(TEXT, `${ORIGIN}/witness`), logKey }),
  at.bad('a key name of another space', {
    note: signedNote(TEXT, `covisa/${idOf('x')}/0`),
    logKey,
  }),
  at.bad('two signatures', { note: signedNote(TEXT, ORIGIN, LOG_SEED, 2), logKey }),
  at.bad('17 signatures', { note: signedNote(TEXT, 'x', LOG_SEED, 17), logKey }),
  at.bad('16 short signatures', { note: encodeNote(TEXT, Array(16).fill('— x AAAAAAA=')), logKey }),
  at.bad('17 short signatures', { note: encodeNote(TEXT, Array(17).fill('— x AAAAAAA=')), logKey }),
  at.bad('a second signature by another key', {
    note: `${note}${encodeSignatureLine(STRANGER)}\n`,
    logKey,
  }),
  at.bad('the signature of another key', {
    note: signedNote(TEXT, ORIGIN, seedOf('thief')),
    logKey,
  }),
  at.bad('another key', { note, logKey: backend.publicKey(seedOf('thief')) }),
  at.bad('a key of 31 bytes', { note, logKey: logKey.slice(1) }),
  at.bad('no signature', { note: `${textPart}\n\n`, logKey }),
  at.bad('no empty line', { note: `${textPart}\n${linePart}`, logKey }),
  at.bad('no newline at the end', { note: note.slice(0, -1), logKey }),
  at.bad('a carriage return', { note: note.replaceAll('\n', '\r\n'), logKey }),
  at.bad('a hyphen for the dash', { note: note.replace('—', '-'), logKey }),
  at.bad('2,049 characters', { note: note.padStart(2_049, 'x'), logKey }),
  at.bad('no text', { note: '', logKey }),
  at.bad('a number', { note: 5, logKey }),
  ...bentNotes(),
];

const included = casesOf('verify-inclusion');
const LEAVES = leavesOf(40);

function inclusion(index: number, size: number): Case['input'] {
  const proof = inclusionRanges(index, size).map((one) => hashOf(LEAVES, one));
  return { index, size, leaf: LEAVES[index], proof, root: subtreeHash(LEAVES.slice(0, size)) };
}

const inclusionCases: readonly Case[] = [1, 2, 3, 4, 7, 8, 9, 31, 32, 33].flatMap((size) =>
  Array.from({ length: size }, (_, index) => {
    const input = inclusion(index, size);
    const proof = inclusionRanges(index, size).map((one) => hashOf(LEAVES, one));
    const name = `leaf ${index} of ${size}`;
    const bad = (title: string, change: object) =>
      included.bad(`${name}: ${title}`, { ...input, ...change });
    return [
      included.good(name, input),
      bad('a hash more', { proof: [...proof, seedOf('more')] }),
      bad('another leaf', { leaf: bent(seedOf('leaf'), 3) }),
      bad('another root', { root: seedOf('root') }),
      bad('an index beyond the size', { index: size }),
      bad('a leaf of 31 bytes', { leaf: seedOf('leaf').slice(1) }),
      bad('an index below 0', { index: -1 }),
      ...(size > 1
        ? [
            bad('a hash less', { proof: proof.slice(1) }),
            bad('a hash of 31 bytes', { proof: proof.map((one) => one.slice(1)) }),
            bad('another index', { index: (index + 1) % size }),
          ]
        : []),
    ];
  }).flat(),
);

const extended = casesOf('verify-consistency');

function consistency(oldSize: number, newSize: number): Case[] {
  const proof = consistencyRanges(oldSize, newSize).map((one) => hashOf(LEAVES, one));
  const [oldRoot, newRoot] = [oldSize, newSize].map((size) => subtreeHash(LEAVES.slice(0, size)));
  const input = { oldSize, oldRoot, newSize, newRoot, proof };
  const name = `${oldSize} to ${newSize}`;
  const bad = (title: string, change: object) =>
    extended.bad(`${name}: ${title}`, { ...input, ...change });
  return [
    extended.good(name, input),
    bad('another older root', { oldRoot: seedOf('root') }),
    bad('a hash more', { proof: [...proof, seedOf('more')] }),
    bad('sizes the wrong way round', { oldSize: newSize + 1 }),
    bad('an older root of 31 bytes', { oldRoot: oldRoot?.slice(1) }),
    ...(oldSize > 0 || newSize === 0
      ? [bad('another newer root', { newRoot: seedOf('root') })]
      : []),
    ...(proof.length > 0
      ? [
          bad('no seed, as in RFC 6962', { proof: proof.slice(1) }),
          bad('another seed', { proof: [seedOf('seed'), ...proof.slice(1)] }),
          bad('another last hash', { proof: [...proof.slice(0, -1), seedOf('last')] }),
        ]
      : []),
  ];
}

const consistencyCases: readonly Case[] = [0, 1, 2, 3, 4, 7, 8, 9, 32, 33].flatMap((newSize) =>
  Array.from({ length: newSize + 1 }, (_, oldSize) => consistency(oldSize, newSize)).flat(),
);

/** The tiles of a log by their names, from its leaf hashes. */
function tilesOf(leaves: readonly Uint8Array[]): Record<string, Uint8Array> {
  const tiles: Record<string, Uint8Array> = {};
  for (let level = 0; leavesOfLevel(level) <= leaves.length; level++) {
    for (let index = 0; tileWidth(level, index, leaves.length) > 0; index++) {
      const [width, each] = [tileWidth(level, index, leaves.length), leavesOfLevel(level)];
      const hashes = Array.from({ length: width }, (_, i) => {
        const from = (index * 256 + i) * each;
        return hashOf(leaves, { from, to: from + each });
      });
      tiles[encodeTilePath({ level, index, width }).slice(1)] = new Uint8Array(
        Buffer.concat(hashes),
      );
    }
  }
  return tiles;
}

/** The names of a few tiles: the first and last of the leaves', and the topmost. */
function someNames(tiles: Readonly<Record<string, Uint8Array>>): readonly string[] {
  const names = Object.keys(tiles);
  const leaves = names.filter((name) => name.startsWith('tile/0/'));
  return [...new Set([leaves.at(0), leaves.at(-1), names.at(-1)])].filter(
    (one) => one !== undefined,
  );
}

const tiled = casesOf('log-from-tiles');

function tileCases(size: number): Case[] {
  const leaves = leavesOf(size);
  const tiles = tilesOf(leaves);
  const input = { note: checkpointOf(size, subtreeHash(leaves)), logKey, tiles };
  const bad = (title: string, change: object) =>
    tiled.bad(`${size} leaves: ${title}`, { ...input, ...change });
  const spoilt = (name: string, change: (tile: Uint8Array) => Uint8Array | undefined) => ({
    tiles: { ...tiles, [name]: change(tiles[name] ?? new Uint8Array()) },
  });
  return [
    tiled.good(`${size} leaves`, input),
    bad('a root that is another', { note: checkpointOf(size, seedOf('root')) }),
    bad('a size that is another', { note: checkpointOf(size + 1, subtreeHash(leaves)) }),
    bad('a note without its signature', { note: textPart }),
    ...someNames(tiles).flatMap((name) => [
      bad(
        `${name} bent`,
        spoilt(name, (tile) => bent(tile, tile.length - 1)),
      ),
      bad(
        `${name} with a hash less`,
        spoilt(name, (tile) => tile.slice(32)),
      ),
      bad(
        `no ${name}`,
        spoilt(name, () => undefined),
      ),
    ]),
  ];
}

const rooted = casesOf('tree-root');
const hashed = casesOf('leaf-hash');
const marked = casesOf('stamp-marker');
const signed = casesOf('ed25519-verify');
const MARKER = { visaNumber: seedOf('visa number').slice(0, 16), k: 0 };
const MESSAGE = { publicKey: logKey, message: encodeUtf8(TEXT) };
const SIGNED = { ...MESSAGE, signature: backend.sign(LOG_SEED, encodeUtf8(TEXT)) };

/** The base point, and the neutral point, also in its other way to be written (y = p + 1). */
const BASE = Buffer.from(`58${'66'.repeat(31)}`, 'hex');
const NEUTRAL = Buffer.from(`01${'00'.repeat(31)}`, 'hex');
const OTHER_NEUTRAL = Buffer.from(`ee${'ff'.repeat(30)}7f`, 'hex');
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
}

function toBytes(value: bigint): Uint8Array {
  return new Uint8Array(Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse());
}

function sha512(...parts: readonly Uint8Array[]): Uint8Array {
  return createHash('sha512').update(Buffer.concat(parts)).digest();
}

/** A signature whose R is neutral and whose equation holds: S = h a. */
function neutralSignature(message: Uint8Array): Uint8Array {
  const scalar = sha512(LOG_SEED).slice(0, 32);
  scalar[0] = (scalar[0] ?? 0) & 248;
  scalar[31] = ((scalar[31] ?? 0) & 127) | 64;
  const h = toNumber(sha512(NEUTRAL, logKey, message));
  return Buffer.concat([NEUTRAL, toBytes((h * toNumber(scalar)) % ORDER)]);
}

const { message: MESSAGE_BYTES, signature: GOOD } = SIGNED;
const ONE = Buffer.concat([BASE, toBytes(1n)]);
const oddSignatures: readonly Case[] = [
  signed.bad('a neutral key', { ...SIGNED, publicKey: NEUTRAL, signature: ONE }),
  signed.bad('a neutral key in another way', {
    ...SIGNED,
    publicKey: OTHER_NEUTRAL,
    signature: ONE,
  }),
  signed.bad('a neutral R', { ...SIGNED, signature: neutralSignature(MESSAGE_BYTES) }),
  signed.bad('S + L for S', {
    ...SIGNED,
    signature: Buffer.concat([GOOD.slice(0, 32), toBytes(toNumber(GOOD.slice(32)) + ORDER)]),
  }),
];

const smallCases: readonly Case[] = [
  ...[0, 1, 2, 3, 5, 8, 40].map((n) => rooted.good(`${n} leaves`, { leaves: leavesOf(n) })),
  ...[1, 31, 33].map((n) => rooted.bad(`${n} bytes`, { leaves: [new Uint8Array(n)] })),
  rooted.bad('no list', { leaves: 'AAAA' }),
  rooted.bad('no text in it', { leaves: [5] }),
  ...['A', 'AA=', 'A!AA', 'AB', 'AA\n', ' AAA', '+/AA'].map((text) =>
    rooted.bad(`"${text}" for base64url`, { leaves: [text] }),
  ),
  ...Array.from({ length: 10 }, (_, n) =>
    rooted.bad(`leaf ${n}`, {
      leaves: [encodeBase64url(leafHash(new Uint8Array(n))).slice(0, n + 4)],
    }),
  ),
  hashed.good('a line', { line: '{"type":"keys"}' }),
  hashed.good('no character', { line: '' }),
  hashed.good('a line in UTF-8', { line: '{"type":"上海"}' }),
  ...[5, null, [], {}, true].map((line) => hashed.bad(`${JSON.stringify(line)}`, { line })),
  ...['text', 'Line', 'lines', 'bytes'].map((name) => hashed.bad(name, { [name]: '' })),
  marked.good('index 0', MARKER),
  marked.good('the last index', { ...MARKER, k: 2 ** 32 - 1 }),
  marked.bad('an index beyond 32 bits', { ...MARKER, k: 2 ** 32 }),
  marked.bad('an index below 0', { ...MARKER, k: -1 }),
  marked.bad('half an index', { ...MARKER, k: 0.5 }),
  marked.bad('a number of 15 bytes', { ...MARKER, visaNumber: logKey.slice(0, 15) }),
  marked.bad('a number of 17 bytes', { ...MARKER, visaNumber: logKey.slice(0, 17) }),
  marked.bad('no index', { visaNumber: MARKER.visaNumber }),
  signed.good('a signature', SIGNED),
  ...oddSignatures,
  signed.bad('another message', { ...SIGNED, message: encodeUtf8(note) }),
  signed.bad('a key of 31 bytes', { ...SIGNED, publicKey: logKey.slice(1) }),
  signed.bad('a signature of 65 bytes', { ...SIGNED, signature: new Uint8Array(65) }),
  ...Array.from({ length: 64 }, (_, i) =>
    signed.bad(`byte ${i} bent`, { ...SIGNED, signature: bent(SIGNED.signature, i, 0x80) }),
  ),
];

/** All cases of logs, and of the small operations. */
export const logCases: readonly Case[] = [
  ...checkpointCases,
  ...inclusionCases,
  ...consistencyCases,
  ...[0, 1, 5, 255, 256, 257, 600, 1_300].flatMap(tileCases),
  ...smallCases,
];
