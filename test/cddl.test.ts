/**
 * spec/covisa.cddl against the bytes of all vectors: what holds is of its shape, and what does not
 * read is not, but for what no shape can say.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  NONCE_BYTES,
  openSecret,
  parseBase45,
  parseBase64url,
  sealKey,
  spaceId,
  TOKEN_PREFIX,
} from '@covisa/protocol';
import { expect } from 'chai';
import { heldVectors } from '#scripts/vectors/check.js';
import { readCddl } from './support/cddl.js';
import { ROOT } from './support/source-files.js';

type Texts = Readonly<Record<string, string>>;
interface Held {
  readonly title: string;
  readonly operation: string;
  readonly input: Texts & { readonly k: number };
  readonly expect: { readonly ok?: Texts; readonly error?: string };
}

const matches = readCddl(readFileSync(join(ROOT, 'spec/covisa.cddl'), 'utf8'));
const vectors: readonly Held[] = heldVectors().map((path) =>
  JSON.parse(readFileSync(join(ROOT, path), 'utf8')),
);

/** The bytes of a token's text; none where it is no base45. */
function tokenBytes(text: string): Uint8Array {
  try {
    return parseBase45(text.slice(TOKEN_PREFIX.length));
  } catch {
    return new Uint8Array();
  }
}

/** What a seal holds. */
function opened({ k, visaNumber = '', host }: Held['input'], seal: string): Uint8Array {
  const place = { visaNumber: parseBase64url(visaNumber), k, host: spaceId.parse(host) };
  const bytes = parseBase64url(seal);
  const key = sealKey(place);
  return openSecret(bytes.slice(NONCE_BYTES), bytes.slice(0, NONCE_BYTES), key) ?? new Uint8Array();
}

/** What stands in a vector: the rule of the CDDL, and bytes. */
function documentsIn({ operation, input, expect: { ok } }: Held): readonly [string, Uint8Array][] {
  const bytes = (text = ''): Uint8Array => parseBase64url(text);
  switch (operation) {
    case 'cose-decode':
      return [['cose-sign1', bytes(input.bytes)]];
    case 'read-visa':
      return [['visa', bytes(input.visa)]];
    case 'read-token':
    case 'verify-presentation':
      return [['token', tokenBytes(input.token ?? '')]];
    case 'verify-grant':
      return [['grant', bytes(input.grant)]];
    case 'proof-to-sign':
      return [
        ['proof-claims', bytes(ok?.payload)],
        ['sig-structure', bytes(ok?.message)],
      ];
    case 'grant-to-sign':
      return [
        ['grant-claims', bytes(ok?.payload)],
        ['sig-structure', bytes(ok?.message)],
      ];
    case 'cose-message':
      return [['sig-structure', bytes(ok?.message)]];
    case 'visa-to-sign':
      return ok
        ? [
            ['visa-claims', bytes(ok.payload)],
            ['sig-structure', bytes(ok.message)],
          ]
        : [];
    case 'seal-stamp':
      return ok ? [['seal', opened(input, ok.seal ?? '')]] : [];
    default:
      return [];
  }
}

/** Codes of what reads well, and does not hold. */
const NOT_OF_SHAPE = /^(?:PRESENTATION_\w+|VISA_(?!INVALID)\w+)$/u;
/** Under a code of what does not read, and of the right shape: no shape can say what is wrong. */
const BEYOND_SHAPES = [
  'grant: one by another issuing key is refused',
  'grant: one for another date is refused',
  'grant: one for another host is refused',
  'grant: one for another index is refused',
  'grant: one for another visa number is refused',
  'grant: one of another home is refused',
  'grant: one of the last index that is looked up, shown for the one before is refused',
  'grant: one that lapses before it is issued is refused',
  'grant: one that lapses when it is issued is refused',
  'grant: one whose signature was bent is refused',
  'presentation: a card of another home does not hold',
  'presentation: a visa of another home does not hold',
  'presentation: a visa that breaks its own rules has the code of its reading',
  'token: a prefix in lower case is refused',
  'token: another version is refused',
  'visa: a plan with a control character is refused',
  'visa: an expiry a second after the visa year is refused',
  'visa: an expiry before the issue is refused',
  'visa: an issue two days before the visa year is refused',
];

describe('The CDDL', () => {
  const documents = vectors.flatMap((vector) =>
    documentsIn(vector).map(([rule, bytes]) => {
      const { error = '' } = vector.expect;
      return { said: `${rule}: ${vector.title}`, vector, error, fits: matches(rule, bytes) };
    }),
  );

  it('has the shape of everything that holds, and of what reads and does not hold', () => {
    const read = documents.filter(({ error }) => error === '' || NOT_OF_SHAPE.test(error));
    expect(read.length).to.be.greaterThan(50);
    expect(read.filter(({ fits }) => !fits).map(({ said }) => said)).to.deep.equal([]);
  });

  it('has the shape of nothing that does not read, but for what no shape can say', () => {
    const unread = documents.filter(({ error }) => error !== '' && !NOT_OF_SHAPE.test(error));
    expect(unread.length).to.be.greaterThan(60);
    const fitting = unread.filter(({ fits }) => fits).map(({ vector }) => vector.title);
    expect(fitting.sort()).to.deep.equal(BEYOND_SHAPES);
  });

  it('is read as far as it is understood, and no further', () => {
    for (const text of [
      'a = uint',
      'a = b',
      'a = bstr .bits 3',
      'a = {',
      'a = 1\na = 2',
      'a == 1',
    ]) {
      expect(() => readCddl(text)('a', Uint8Array.of(1)), text).to.throw('CDDL');
    }
  });
});
