/** Stories from seeds. */

import { expect } from 'chai';
import { draw } from '../../dist/story/draw.js';

const SEEDS = Array.from({ length: 300 }, (_, seed) => String(seed));
const STORIES = SEEDS.map((seed) => draw(seed, { spacesMax: 60, visits: 20 }));

describe('A story that is drawn', () => {
  it('follows from its seed', () => {
    expect(draw('7', { spacesMax: 20 })).to.deep.equal(draw('7', { spacesMax: 20 }));
  });

  it('lies in about a third of all seeds', () => {
    const lying = STORIES.filter(({ spaces }) => spaces.some(({ lie }) => lie !== null));
    expect(lying.length / STORIES.length).to.be.within(0.2, 0.4);
  });

  it('lies in every seed, and in one way, where that is asked for', () => {
    const stories = SEEDS.slice(0, 40).map((seed) => draw(seed, { spacesMax: 60, lie: 'freeze' }));
    const lies = stories.map(({ spaces }) => spaces.flatMap(({ lie }) => lie ?? []));
    expect(new Set(lies.flat())).to.deep.equal(new Set(['freeze']));
    expect(lies.filter(({ length }) => length > 0).length / lies.length).to.be.above(0.8);
  });

  it('reaches round the world in about half of all seeds', () => {
    const wide = STORIES.filter(({ spaces }) => spaces.some(({ timeZone }) => timeZone));
    expect(wide.length / STORIES.length).to.be.within(0.4, 0.6);
  });

  it('never has half of the members or founders of a programme lie', () => {
    for (const { spaces, programmes } of STORIES) {
      for (const { founders } of programmes) {
        const liars = founders.filter((number) => spaces[number]?.lie !== null);
        expect(2 * liars.length).to.be.below(founders.length);
      }
    }
  });

  it('bounds single plans, and homes at hosts, in some seed each, and has members of that plan', () => {
    const allowances = STORIES.flatMap(({ programmes }) =>
      programmes.flatMap(({ terms }) => terms.allowances ?? []),
    );
    const counts = new Set(allowances.map(({ count }) => count));
    expect([...counts].sort()).to.deep.equal(['home-at-host', 'host', 'programme']);
    const plans = new Set(allowances.flatMap((one) => one.plans?.only ?? []));
    expect([...plans]).to.deep.equal(['part']);
    const members = STORIES.flatMap((story) => story.members.map(({ plan }) => plan));
    expect(members.filter((plan) => plan === 'part').length / members.length).to.be.within(
      0.2,
      0.4,
    );
  });

  it('has a programme of half of all spaces or more, with few founders, in some wide seed', () => {
    const wide = STORIES.flatMap(({ spaces, programmes }) =>
      spaces.length < 40
        ? []
        : programmes.filter(({ founders, others }) => {
            const size = founders.length + others.length;
            return founders.length <= 20 && size > 25 && 2 * size >= spaces.length;
          }),
    );
    const drawn = STORIES.filter(({ spaces }) => spaces.length >= 40).length;
    expect(wide.length / drawn).to.be.within(0.05, 0.4);
  });

  it('has each way to lie, and each kind of event, in some seed', () => {
    const lies = STORIES.flatMap(({ spaces }) => spaces.flatMap(({ lie }) => lie ?? []));
    expect([...new Set(lies)].sort()).to.deep.equal([
      'alter',
      'fork',
      'freeze',
      'invent',
      'over-issue',
      'refuse-grants',
      'replay',
      'withhold',
    ]);
    const kinds = STORIES.flatMap(({ events }) => events.map(({ kind }) => kind));
    expect([...new Set(kinds)].sort()).to.deep.equal([
      'backup',
      'clone',
      'close',
      'crash',
      'endorse',
      'heal',
      'join',
      'leave',
      'lie',
      'message',
      'new-phone',
      'old-phone',
      'profile',
      'renew',
      'renumber',
      'restore',
      'revoke',
      'shown-twice',
      'skew',
      'stop',
      'two-phones',
      'visit',
      'void',
      'wall',
      'weather',
    ]);
  });

  it('has its events in the order of their instants', () => {
    for (const { events } of STORIES) {
      const instants = events.map(({ at }) => at);
      expect(instants).to.deep.equal([...instants].sort((one, other) => one - other));
    }
  });
});
