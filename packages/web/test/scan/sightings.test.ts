/** Codes in view are taken once, however many frames show them. */

import { expect } from 'chai';
import { type Sighting, sight } from '../../dist/scan/sightings.js';

/** The texts that are taken of what is seen at these milliseconds. */
function taken(seen: readonly (readonly [number, string, 'paused'?])[]): readonly string[] {
  let sighting: Sighting = null;
  const texts: string[] = [];
  for (const [now, text, paused] of seen) {
    const next = sight(sighting, text, now, paused === 'paused');
    sighting = next.sighting;
    if (next.isTaken) texts.push(`${text} at ${now}`);
  }
  return texts;
}

describe('Codes in the camera’s view', () => {
  it('are taken once while they stay in view, for however long', () => {
    const frames = Array.from({ length: 100 }, (_, n) => [n * 1000, 'A'] as const);
    expect(taken(frames)).to.deep.equal(['A at 0']);
  });

  it('are taken again only after they have left the view', () => {
    expect(
      taken([
        [0, 'A'],
        [2500, 'A'],
        [5001, 'A'],
      ]),
    ).to.deep.equal(['A at 0', 'A at 5001']);
  });

  it('are taken at once where another code follows', () => {
    expect(
      taken([
        [0, 'A'],
        [100, 'B'],
        [200, 'A'],
      ]),
    ).to.deep.equal(['A at 0', 'B at 100', 'A at 200']);
  });

  it('wait while somebody looks at what was scanned before', () => {
    expect(
      taken([
        [0, 'A'],
        [1000, 'A', 'paused'],
        [2000, 'B', 'paused'],
        [3000, 'A', 'paused'],
        [4000, 'A'],
        [4100, 'B'],
      ]),
    ).to.deep.equal(['A at 0', 'B at 4100']);
  });
});
