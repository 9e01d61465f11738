import { expect } from 'chai';
import { isBroken, playAll } from '../dist/jobs/pool.js';
import { run } from '../dist/play/run.js';
import { draw } from '../dist/story/draw.js';
import { encodeStory, parseStory } from '../dist/story/story-file.js';

const SMALL = { spacesMax: 3, visits: 10, days: 1 };

async function traceOf(story: ReturnType<typeof draw>): Promise<string> {
  const lines: string[] = [];
  const outcome = await run(story, (line) => lines.push(line));
  return [...lines, JSON.stringify(outcome)].join('\n');
}

describe('A seed', function () {
  this.timeout(60_000);

  it('gives the same trace and outcome each time, byte for byte', async () => {
    const first = await traceOf(draw('again', SMALL));
    expect(first.split('\n').length).to.be.greaterThan(10);
    expect(await traceOf(draw('again', SMALL))).to.equal(first);
  });

  it('plays from a file as it plays when it is drawn', async () => {
    const drawn = draw('file', SMALL);
    const read = parseStory(encodeStory(drawn));
    expect(read).to.deep.equal(drawn);
    expect(await traceOf(read)).to.equal(await traceOf(drawn));
  });

  it('comes to the same in a process of its own, however many there are', async () => {
    const jobs = ['one', 'two'].map((seed) => ({ seed, options: SMALL, only: null }));
    const alone = await run(draw('one', SMALL));
    const [first, second] = [await playAll(jobs, { jobs: 1 }), await playAll(jobs, { jobs: 2 })];
    expect(first.map((one) => one.seed)).to.deep.equal(['one', 'two']);
    expect(first).to.deep.equal(second);
    expect(first[0]).to.deep.equal(alone);
  });

  it('of which no outcome comes is told with the last words of its process', async () => {
    const child = new URL('./support/dying.js', import.meta.url).pathname;
    const [played] = await playAll([{ seed: '1', options: {}, only: null }], { jobs: 1, child });
    expect(played).to.deep.equal({ seed: '1', broke: 'ended with 3: out of ideas' });
    expect(played && isBroken(played)).to.equal(true);
  });
});

describe('A file that holds no story', () => {
  it('is refused', () => {
    expect(() => parseStory('{"seed": "x"}')).to.throw('begins');
    expect(() => parseStory('[')).to.throw(SyntaxError);
  });
});
