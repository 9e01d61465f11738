import {
  addFound,
  type FoundStamp,
  LOOKUP_INDICES_MAX,
  nextMarkers,
  stampMarker,
  startLookup,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { testBytes } from '../support/fixed.js';
import { SHANGHAI, SYDNEY } from '../support/visas.js';
import { makeStamp } from './stamp-samples.js';

const NUMBER = testBytes('visa/ada', 16);
const SAMPLE = makeStamp({ host: SHANGHAI, k: 0 });

function at(k: number): FoundStamp {
  return { ...SAMPLE, k, index: k };
}

/** Runs a look-up against a store that holds stamps at these indices. */
function lookUp(held: readonly number[]): { readonly found: number[]; readonly asked: number } {
  let state = startLookup(NUMBER);
  let asked = 0;
  for (;;) {
    const markers = nextMarkers(state);
    if (markers.length === 0) return { found: state.found.map((one) => one.k), asked };
    asked += markers.length;
    const wanted = new Set(markers.map((one) => one.k));
    state = addFound(
      state,
      held.filter((k) => wanted.has(k)).map((k) => at(k)),
    );
  }
}

describe('the look-up of stamps', () => {
  it('asks for 32 markers at a time', () => {
    const markers = nextMarkers(startLookup(NUMBER));
    expect(markers).to.have.length(32);
    expect(markers[31]).to.deep.equal({ k: 31, marker: stampMarker(NUMBER, 31) });
  });

  it('STAMP-4: ends after 16 unused indices', () => {
    expect(lookUp([])).to.deep.equal({ found: [], asked: 32 });
    expect(lookUp([0, 1, 2])).to.deep.equal({ found: [0, 1, 2], asked: 32 });
    expect(lookUp([15])).to.deep.equal({ found: [15], asked: 32 });
    expect(lookUp([15, 31])).to.deep.equal({ found: [15, 31], asked: 64 });
  });

  it('STAMP-4: does not see what lies behind 16 unused indices, though the batch holds it', () => {
    expect(lookUp([16]).found).to.deep.equal([]);
    expect(lookUp([0, 17]).found).to.deep.equal([0]);
    expect(lookUp([0, 16, 33]).found).to.deep.equal([0, 16]);
  });

  it('STAMP-4: ends at 1,024 indices, however many a host has filled', () => {
    const held = Array.from({ length: LOOKUP_INDICES_MAX + 50 }, (_, k) => k);
    expect(lookUp(held).asked).to.equal(1024);
  });

  it('STAMP-4: finds exactly the indices up to the first gap of 16', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(200), { maxLength: 40 }), (held) => {
        const expected: number[] = [];
        let highest = -1;
        for (const k of [...held].sort((a, b) => a - b)) {
          if (k > highest + 16) break;
          expected.push(k);
          highest = k;
        }
        expect(lookUp(held).found).to.deep.equal(expected);
      }),
    );
  });

  it('STAMP-15: of one log the first eight stamps under one marker are seen', () => {
    const places = Array.from({ length: 20 }, (_, index) => ({ ...SAMPLE, k: 3, index }));
    const next = places.map((one) => ({ ...one, incarnation: 1 }));
    const fewer = [...next.slice(0, 2), ...places, ...places, at(5)].reverse();
    const { found, highest } = addFound(startLookup(NUMBER), fewer);
    expect(found.map((one) => `${one.k}/${one.incarnation}/${one.index}`)).to.deep.equal([
      ...[0, 1, 2, 3, 4, 5, 6, 7].map((index) => `3/0/${index}`),
      '3/1/0',
      '3/1/1',
      '5/0/5',
    ]);
    expect(highest).to.equal(5);
  });

  it('STAMP-15: of two logs the first eight each', () => {
    const places = [SHANGHAI, SYDNEY].flatMap((host) =>
      Array.from({ length: 8 }, (_, index) => ({ ...SAMPLE, host, k: 3, index })),
    );
    expect(addFound(startLookup(NUMBER), places).found).to.have.length(16);
  });

  it('STAMP-15: of two markers in one log the first eight each', () => {
    const places = [3, 4].flatMap((k) =>
      Array.from({ length: 9 }, (_, index) => ({ ...SAMPLE, k, index: k * 10 + index })),
    );
    const { found } = addFound(startLookup(NUMBER), places);
    expect(found.map(({ index }) => index)).to.deep.equal([
      ...[30, 31, 32, 33, 34, 35, 36, 37],
      ...[40, 41, 42, 43, 44, 45, 46, 47],
    ]);
  });
});
