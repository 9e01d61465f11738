/** Long stories from seeds. */

import { expect } from 'chai';
import { draw } from '../../dist/story/draw.js';
import type { StoryEvent } from '../../dist/story/story.js';

const DAY = 86_400;
const CHAPTER = 40 * DAY;
const OPTIONS = { visits: 3000, days: 400, members: 50, chapterDays: 40 };
const STORY = draw('7', OPTIONS);

function timesOf(kind: StoryEvent['kind']): readonly number[] {
  return STORY.events.filter((one) => one.kind === kind).map(({ at }) => at);
}

describe('A long story', () => {
  it('follows from its seed', () => {
    expect(draw('7', OPTIONS)).to.deep.equal(STORY);
  });

  it('has as many visits as it is asked for, in each chapter as many as in others', () => {
    const visits = timesOf('visit');
    expect(visits).to.have.length(3000);
    const chapters = Array.from({ length: 10 }, (_, number) =>
      visits.filter((at) => Math.floor(at / CHAPTER) === number),
    );
    expect(chapters.map(({ length }) => length)).to.deep.equal(Array(10).fill(300));
  });

  it('rests at the end of each chapter, in whose last half day nothing happens', () => {
    const ends = Array.from({ length: 10 }, (_, number) => (number + 1) * CHAPTER - DAY / 2);
    expect([...(STORY.rests ?? []), STORY.seconds]).to.deep.equal(ends);
    for (const { at } of STORY.events) expect(at % CHAPTER).to.be.at.most(CHAPTER - DAY / 2);
  });

  it('is in the order of its instants', () => {
    const times = STORY.events.map(({ at }) => at);
    expect(times).to.deep.equal([...times].sort((one, other) => one - other));
  });

  it('lets a wall fall within the chapter in which it was built', () => {
    const healed = timesOf('heal');
    for (const at of timesOf('wall')) {
      expect(healed.some((time) => time >= at && time <= at + 3 * DAY)).to.equal(true);
    }
    expect(healed.length).to.be.at.least(5);
  });

  it('takes from what is demanded one space by its disk, and one by its clock', () => {
    const spaces = (kind: 'restore' | 'skew') =>
      new Set(STORY.events.flatMap((one) => (one.kind === kind ? [one.space] : [])));
    expect([...spaces('restore')]).to.deep.equal([2]);
    expect([...spaces('skew')]).to.deep.equal([3]);
  });

  it('kills machines and loses requests in it', () => {
    expect(timesOf('crash').length).to.be.at.least(20);
    expect(timesOf('weather').length).to.be.at.least(10);
  });
});
