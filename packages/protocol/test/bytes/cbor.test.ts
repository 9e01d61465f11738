import {
  type CborValue,
  encodeCbor,
  encodeCborBytes,
  joinCborArray,
  ProtocolError,
  parseCbor,
  splitCborArray,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { codeOf } from '../support/errors.js';

function hex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
}

const key = fc.oneof(fc.integer({ min: -70_000, max: 70_000 }), fc.string({ maxLength: 8 }));
const leaf: fc.Arbitrary<CborValue> = fc.oneof(
  fc.maxSafeInteger(),
  fc.string({ maxLength: 30, unit: 'binary' }),
  fc.boolean(),
  fc.constant(null),
  fc.uint8Array({ maxLength: 40 }),
);
const { value: anyValue } = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(key, tie('value')), { maxLength: 4, selector: ([name]) => name })
      .map((members) => new Map(members)),
  ),
}));

describe('deterministic CBOR', () => {
  it('writes maps in the byte order of their keys, negative ones last', () => {
    const map = new Map<number, CborValue>([
      [-65537, true],
      [8, null],
      [1, 'a'],
      [24, Uint8Array.of(1)],
    ]);
    expect(encodeCbor(map)).to.deep.equal(hex('a4 01 6161 08 f6 1818 4101 3a00010000 f5'));
  });

  it('gives back any value', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(parseCbor(encodeCbor(value))).to.deep.equal(value);
      }),
      { numRuns: 500 },
    );
  });

  it('CBOR-1: takes no second encoding of any value', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 24 }),
      fc
        .tuple(anyValue, fc.nat(), fc.nat(255))
        .map(([value, at, byte]) => encodeCbor(value).with(at % encodeCbor(value).length, byte)),
    );
    fc.assert(
      fc.property(bytes, (one) => {
        let value: unknown;
        try {
          value = parseCbor(one);
        } catch (error) {
          expect(error).to.be.instanceOf(ProtocolError);
          return;
        }
        // A parsed value is one that covisa writes, so it can be written again.
        expect(encodeCbor(value as CborValue)).to.deep.equal(one);
      }),
      { numRuns: 3000 },
    );
  });

  const refused: readonly (readonly [string, string, string])[] = [
    ['unsorted map keys', 'a2 02 00 01 00', 'CBOR_NOT_DETERMINISTIC'],
    ['unsorted texts as keys', 'a2 62 6161 00 61 62 00', 'CBOR_NOT_DETERMINISTIC'],
    ['a negative key before a positive one', 'a2 20 00 01 00', 'CBOR_NOT_DETERMINISTIC'],
    ['unsorted keys deep within', '81 a1 01 a2 02 00 01 00', 'CBOR_NOT_DETERMINISTIC'],
    ['a key repeated with a longer head', 'a2 01 00 1801 00', 'CBOR_INVALID'],
    ['an integer below -(2^53 - 1)', '3b 001fffffffffffff', 'CBOR_INVALID'],
    ['a repeated map key', 'a2 01 00 01 00', 'CBOR_INVALID'],
    ['a map as a key', 'a1 a0 00 (CBOR-2)', 'CBOR_INVALID'],
    ['bytes as a key', 'a1 41 00 00 (CBOR-2)', 'CBOR_INVALID'],
    ['true as a key', 'a1 f5 00 (CBOR-2)', 'CBOR_INVALID'],
    ['an integer in more bytes than it needs', '18 17', 'CBOR_NOT_DETERMINISTIC'],
    ['a length in more bytes than it needs', '58 01 00', 'CBOR_NOT_DETERMINISTIC'],
    ['text that is not UTF-8', '62 c328', 'CBOR_INVALID'],
    ['a surrogate in UTF-8', '63 eda080', 'CBOR_INVALID'],
    ['an indefinite array', '9f ff', 'CBOR_INVALID'],
    ['an indefinite text', '7f 6161 ff', 'CBOR_INVALID'],
    ['an indefinite map', 'bf ff', 'CBOR_INVALID'],
    ['a break alone', 'ff', 'CBOR_INVALID'],
    ['a tag', 'd2 80', 'CBOR_INVALID'],
    ['a half float', 'f9 3c00', 'CBOR_INVALID'],
    ['a double', 'fb 3ff199999999999a', 'CBOR_INVALID'],
    ['undefined', 'f7', 'CBOR_INVALID'],
    ['an unassigned simple value', 'e0', 'CBOR_INVALID'],
    ['an integer beyond 2^53', '1b 0020000000000000', 'CBOR_INVALID'],
    ['a reserved head', '1c', 'CBOR_INVALID'],
    ['bytes after the item', '00 00', 'CBOR_INVALID'],
    ['nothing', '', 'CBOR_INVALID'],
    ['a string that is cut off', '45 0102', 'CBOR_INVALID'],
    ['an array that is cut off', '83 01 02', 'CBOR_INVALID'],
    ['a map that is cut off', 'a1 01', 'CBOR_INVALID'],
    ['a head that is cut off', '19 01', 'CBOR_INVALID'],
    ['an array that announces 2^32 items', '9a ffffffff', 'CBOR_INVALID'],
    ['a string that announces 2^63 bytes', '5b 8000000000000000', 'CBOR_INVALID'],
    ['eight levels', '81 81 81 81 81 81 81 00', 'CBOR_INVALID'],
  ];
  for (const [what, bytes, code] of refused) {
    it(`refuses ${what}`, () => {
      expect(codeOf(() => parseCbor(hex(bytes)))).to.equal(code);
    });
  }

  it('CBOR-3: keeps a byte order mark that begins a text, as value and as key', () => {
    const long = 'a'.repeat(40);
    const texts = [
      ['\ufeff', '63 efbbbf'],
      ['\ufeffa', '64 efbbbf 61'],
      ['\ufeff\ufeffa', '67 efbbbf efbbbf 61'],
      [`\ufeff${long}`, `78 2b efbbbf ${'61'.repeat(40)}`],
    ] as const;
    for (const [text, bytes] of texts) {
      expect(encodeCbor(text)).to.deep.equal(hex(bytes));
      expect(parseCbor(hex(bytes))).to.equal(text);
    }
    const keys = new Map([
      ['a', 0],
      ['\ufeffa', 1],
    ]);
    expect(encodeCbor(keys)).to.deep.equal(hex('a2 6161 00 64 efbbbf 61 01'));
    expect(parseCbor(encodeCbor(keys))).to.deep.equal(keys);
  });

  it('takes seven levels', () => {
    expect(parseCbor(hex('81 81 81 81 81 81 00'))).to.deep.equal([[[[[[0]]]]]]);
  });

  it('refuses more than 2,048 bytes, also when they nest as deeply as they can', () => {
    expect(codeOf(() => parseCbor(new Uint8Array(100_000).fill(0x81)))).to.equal('CBOR_INVALID');
    expect(codeOf(() => encodeCbor(new Uint8Array(2048)))).to.equal('CBOR_INVALID');
  });

  it('writes bytes alone as it writes them among others', () => {
    expect(encodeCborBytes(hex('0102'))).to.deep.equal(hex('42 0102'));
    for (const length of [0, 23, 24, 255, 256, 2045]) {
      const bytes = new Uint8Array(length).fill(7);
      expect(encodeCborBytes(bytes)).to.deep.equal(encodeCbor(bytes));
    }
    expect(codeOf(() => encodeCborBytes(new Uint8Array(65_536)))).to.equal('CBOR_INVALID');
  });

  it('does not write fractions', () => {
    expect(codeOf(() => encodeCbor(1.5))).to.equal('CBOR_INVALID');
    expect(codeOf(() => encodeCbor([Number.NaN]))).to.equal('CBOR_INVALID');
  });

  it('splits an array into the bytes of its items, and joins them again', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 5 }), (values) => {
        const whole = encodeCbor(values);
        const items = splitCborArray(whole);
        expect(items).to.deep.equal(values.map((value) => encodeCbor(value)));
        expect(joinCborArray(items)).to.deep.equal(whole);
      }),
    );
  });

  it('splits nothing but a short array', () => {
    for (const bytes of ['00', 'a0', '43 010203', '98 18', '80 80', '81']) {
      expect(codeOf(() => splitCborArray(hex(bytes)))).to.equal('CBOR_INVALID');
    }
    expect(codeOf(() => joinCborArray(Array(24).fill(hex('00'))))).to.equal('RangeError');
  });
});
