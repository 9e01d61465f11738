import { expect } from 'chai';
import { parseArguments } from '../../dist/cli/arguments.js';
import { command } from '../../dist/cli/command.js';

describe('The arguments of the simulator', () => {
  it('take one seed, which may be any text', () => {
    expect(parseArguments(['--seed', 'autumn', '--spaces', '12'])).to.deep.equal({
      kind: 'seed',
      seed: 'autumn',
      options: { spacesMax: 12 },
      json: false,
      only: null,
    });
  });

  it('take many seeds from a first one', () => {
    const args = ['--seeds', '200', '--from', '7', '--jobs', '3', '--json', '--no-shrink'];
    expect(parseArguments([...args, '--only-invariant', 'growth'])).to.deep.equal({
      kind: 'seeds',
      first: 7,
      count: 200,
      options: {},
      jobs: 3,
      shrinks: false,
      json: true,
      only: 'growth',
    });
  });

  it('take a long run as a million check-ins within years, of which each number may be said anew', () => {
    expect(parseArguments(['--seed', '1', '--long', '--days', '9'])).to.deep.include({
      options: { visits: 1_150_000, days: 9, members: 10_000, chapterDays: 40 },
    });
  });

  it('take a story in which entries are forgotten', () => {
    expect(parseArguments(['--seed', '1', '--old'])).to.deep.include({ options: { old: true } });
  });

  it('take breakages by their names, on small networks', () => {
    const args = ['breakages', '--name', 'limit-off-by-one', '--seeds', '5', '--jobs', '1'];
    expect(parseArguments(args)).to.deep.equal({
      kind: 'breakages',
      json: false,
      names: ['limit-off-by-one'],
      count: 5,
      options: { spacesMax: 8, visits: 80, days: 2 },
      jobs: 1,
    });
  });

  const wrong: readonly (readonly [string, string])[] = [
    ['', 'give --seed, --seeds or --file'],
    ['--seed 1 --seeds 2', 'give one of --seed and --seeds'],
    ['--seeds many', '--seeds: give a whole number from 1, instead of many'],
    ['--seed 1 --spaces 2', '--spaces: give a whole number from 3, instead of 2'],
    ['--seeds 1 --jobs 0', '--jobs: give a whole number from 1, instead of 0'],
    ['--seed 1 --only-invariant grow', '--only-invariant: give one of acknowledged, growth, '],
    ['play', 'give breakages, scenarios or document, or options alone, instead of play'],
    ['scenarios twice', 'leave out twice'],
    ['breakages --name none-such', '--name: give one of acknowledged-before-durable, '],
    ['--file none-such.json', '--file: give the path of a story, as JSON; none-such.json: '],
  ];
  for (const [text, sentence] of wrong) {
    it(`say what to do instead of: ${text || 'nothing'}`, async () => {
      const [out, notes]: [string[], string[]] = [[], []];
      const io = { out: (one: string) => out.push(one), note: (one: string) => notes.push(one) };
      expect(await command(text === '' ? [] : text.split(' '), io)).to.equal(2);
      expect(out).to.deep.equal([]);
      expect(notes.join('').slice(0, 5 + sentence.length)).to.equal(`sim: ${sentence}`);
      expect(notes.join('').split('\n').slice(-2)).to.deep.equal([
        'See npm run sim -- --help.',
        '',
      ]);
    });
  }
});
