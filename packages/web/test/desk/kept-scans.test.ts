/** Scans that wait for the node. */

import { expect } from 'chai';
import {
  current,
  instantOf,
  KEPT_MAX,
  type KeptScan,
  keep,
} from '../../dist/desk/kept/kept-scans.js';

const NOON = 1_750_000_000;

function scanAt(scannedAt: number, token = `CV1:${scannedAt}`): KeptScan {
  return { id: `${scannedAt}`, token, scannedAt, venue: null };
}

describe('Scans that are kept while the node is out of reach', () => {
  it('wait in the order of their scan, for at most 12 hours', () => {
    const scans = [scanAt(NOON), scanAt(NOON - 43_200), scanAt(NOON - 43_201)];
    expect(current(scans, NOON).map(({ scannedAt }) => scannedAt)).to.deep.equal([
      NOON - 43_200,
      NOON,
    ]);
  });

  it('are kept once, at the first scan of a code', () => {
    const scans = keep([scanAt(NOON, 'CV1:A')], scanAt(NOON + 60, 'CV1:A'), NOON + 60);
    expect(scans?.map(({ scannedAt }) => scannedAt)).to.deep.equal([NOON]);
  });

  it('are bounded in number, and lapsed ones make room', () => {
    const full = Array.from({ length: KEPT_MAX }, (_, n) => scanAt(NOON + n));
    expect(keep(full, scanAt(NOON + 1000), NOON + 1000)).to.equal(null);
    expect(keep(full, scanAt(NOON + 43_201), NOON + 43_201)).to.have.lengthOf(KEPT_MAX);
  });

  it('are judged at the instant of their scan, which is never ahead of the node’s clock', () => {
    expect(instantOf(scanAt(NOON), NOON + 100)).to.equal(NOON);
    expect(instantOf(scanAt(NOON + 30), NOON)).to.equal(NOON - 2);
  });
});
