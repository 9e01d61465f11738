import { expect } from 'chai';
import type { Play } from '../../dist/play/play.js';
import { run } from '../../dist/play/run.js';
import { draw } from '../../dist/story/draw.js';

describe('A story that rests', () => {
  const rested: { latest: number; settled: number }[] = [];

  function note(play: Play): void {
    const all = play.people.flatMap(({ number }) => play.ledger.ofMember(number));
    rested.push({
      latest: play.ledger.acknowledged.length,
      settled: all.filter(({ isSettled }) => isSettled).length,
    });
  }

  it('is one network that goes on, of which all is demanded at each rest', async function () {
    this.timeout(120_000);
    const story = draw('3', { visits: 60, days: 15, members: 8, chapterDays: 5 });
    const outcome = await run(story, undefined, note);
    expect(outcome.violations).to.deep.equal([]);
    expect(outcome.counts.rests).to.equal(3);
    expect(rested).to.have.length(3);
    const [first, second, third] = rested;
    expect(first?.settled).to.equal(0);
    expect(second?.settled).to.equal(first?.latest);
    expect(third?.settled).to.equal((first?.latest ?? 0) + (second?.latest ?? 0));
    expect(outcome.stamps).to.equal((third?.settled ?? 0) + (third?.latest ?? 0));
    expect(outcome.counts['nodes caught up']).to.be.at.least(1);
  });
});
