import { encodeTilePath, parseTilePath, tileHashes, tileWidth } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';

describe('a tile', () => {
  const known: readonly (readonly [string, number, number, number])[] = [
    ['/tile/0/000', 0, 0, 256],
    ['/tile/0/x001/x234/067', 0, 1_234_067, 256],
    ['/tile/0/x001/000', 0, 1_000, 256],
    ['/tile/1/255.p/1', 1, 255, 1],
    ['/tile/2/x999/999.p/255', 2, 999_999, 255],
    ['/tile/63/001', 63, 1, 256],
  ];
  for (const [path, level, index, width] of known) {
    it(`has the path ${path}`, () => {
      expect(encodeTilePath({ level, index, width })).to.equal(path);
      expect(parseTilePath(path)).to.deep.equal({ level, index, width });
    });
  }

  it('has one path, and each path names one tile', () => {
    fc.assert(
      fc.property(
        fc.nat(63),
        fc.integer({ min: 0, max: 2 ** 32 }),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          const path = encodeTilePath({ level, index, width });
          expect(parseTilePath(path)).to.deep.equal({ level, index, width });
        },
      ),
    );
  });

  for (const path of [
    '/tile/0/0',
    '/tile/0/x000/001',
    '/tile/00/000',
    '/tile/64/000',
    '/tile/0/000.p/0',
    '/tile/0/000.p/256',
    '/tile/0/000.p/01',
    '/tile/0/x001',
    '/tile/0/001/002',
    '/tile/entries/000',
    '/tile/0/000/',
    'tile/0/000',
    '/tile/-1/000',
    '/tile/0/000.p/1\n',
  ]) {
    it(`does not have the path ${JSON.stringify(path)}`, () => {
      expect(parseTilePath(path)).to.equal(undefined);
    });
  }

  it('holds the stored hashes of its level, one after the other', () => {
    expect(tileHashes({ level: 1, index: 2, width: 10 })).to.deep.equal({
      level: 1,
      from: 512,
      to: 522,
    });
  });

  it('is as wide as the log allows', () => {
    expect(tileWidth(0, 0, 0)).to.equal(0);
    expect(tileWidth(0, 0, 255)).to.equal(255);
    expect(tileWidth(0, 1, 255)).to.equal(0);
    expect(tileWidth(0, 3, 1_000)).to.equal(232);
    expect(tileWidth(1, 0, 1_000)).to.equal(3);
    expect(tileWidth(2, 0, 65_536)).to.equal(1);
    expect(tileWidth(60, 0, 2 ** 40)).to.equal(0);
  });
});
