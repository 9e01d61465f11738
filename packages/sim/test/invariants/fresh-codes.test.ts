import { expect } from 'chai';
import { FRESH_CODES } from '../../dist/invariants/fresh-codes.js';
import type { Play } from '../../dist/play/play.js';
import type { StoryEvent } from '../../dist/story/story.js';
import { begun, happened, saidOf, visit, visitsOf } from './support/played.js';

/** A minute ahead, and right again. */
const WRONG: readonly StoryEvent[] = [{ at: 0, kind: 'skew', space: 1, milliseconds: 60_000 }];
const RIGHT: StoryEvent = { at: 0, kind: 'skew', space: 1, milliseconds: 0 };

describe('No desk whose clock is right takes a screenshot', () => {
  it('though it takes a code of two minutes ago', async () => {
    const play = await begun();
    await happened(play, visit(0, 1, { age: 120 }), visit(0, 2, { age: 121 }));
    expect(visitsOf(play)).to.have.length(1);
    expect(await saidOf(play, FRESH_CODES)).to.deep.equal([]);
  });

  for (const [when, before, after] of [
    ['when it was scanned', [], []],
    ['though its clock went wrong later', [], WRONG],
    ['though its clock had been wrong before', [...WRONG, RIGHT], []],
  ] as const) {
    it(`which is broken by a code that was older ${when}`, async () => {
      const play = await begun();
      await happened(play, ...before, visit(0, 1, { age: 20 }), ...after);
      scannedLater(play);
      expect(await saidOf(play, FRESH_CODES)).to.deep.equal([
        'space-1 took a code of member 0 that was 121 s old',
      ]);
    });
  }

  it('which is no matter where its clock was wrong at that time', async () => {
    const play = await begun();
    await happened(play, ...WRONG, visit(0, 1, { age: 20 }), RIGHT);
    scannedLater(play);
    expect(await saidOf(play, FRESH_CODES)).to.deep.equal([]);
  });

  it('which is no matter where a desk gives a visit again that it wrote down earlier', async () => {
    const play = await begun();
    await happened(play, visit(0, 1, { age: 20 }));
    const [one] = visitsOf(play);
    if (!one) throw new RangeError('visits: expected one');
    play.ledger.acknowledged[0] = { ...one, knew: { ...one.knew, at: one.knew.at + 101 } };
    expect(await saidOf(play, FRESH_CODES)).to.deep.equal([]);
  });
});

/** As if the code of the only visit had been scanned 101 seconds later. */
function scannedLater(play: Play): void {
  const [one] = visitsOf(play);
  if (!one) throw new RangeError('visits: expected one');
  const later = { ...one.visit, recorded: one.visit.recorded + 101 };
  const knew = { ...one.knew, at: one.knew.at + 101 };
  play.ledger.acknowledged[0] = { ...one, visit: later, knew, at: one.at + 101 };
}
