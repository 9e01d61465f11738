import { spaceId } from '@covisa/protocol';
import { expect } from 'chai';
import { waitingFor } from '../../dist/console/overview/waiting.js';
import { haveSameTerms, onlyIn } from '../../dist/console/programme/sibling-differences.js';
import { isRevocable, keyStateOf, newestFirst } from '../../dist/console/settings/key-state.js';

const [A, B, C] = ['A', 'B', 'C'].map((letter) => spaceId.parse(`${letter}${'A'.repeat(42)}`));

function sibling(spaces: readonly (typeof A)[], terms = {}) {
  return {
    roster: 'r',
    followed: false,
    time: 0,
    name: 'Rim',
    purpose: '',
    terms,
    members: spaces.map((space) => ({ space: space as NonNullable<typeof A>, name: null })),
    voters: [],
  };
}

describe('Rosters among which an owner chooses', () => {
  it('differ in the members that only one of them has', () => {
    const both = [sibling([A, B]), sibling([A, C])] as const;
    expect(onlyIn(both[0], both).map(({ space }) => space)).to.deep.equal([B]);
    expect(onlyIn(both[1], both).map(({ space }) => space)).to.deep.equal([C]);
  });

  it('show terms only where these differ', () => {
    expect(haveSameTerms([sibling([A]), sibling([B])])).to.equal(true);
    expect(haveSameTerms([sibling([A]), sibling([A], { staticVisas: 'refuse' })])).to.equal(false);
  });
});

describe('The overview, where several rosters hold', () => {
  const known = (standing: string, ...choices: readonly boolean[]) => ({
    status: { now: 0, mode: 'ready', modeReason: null, publicUrl: 'https://s.example' } as never,
    programmes: [
      {
        ...{ name: 'Rim', standing, drafts: [], applicants: [] },
        siblings: choices.map((chosen) => ({ version: 1, chosen, rosters: [] })),
      } as never,
    ],
    requests: [],
    peers: [],
    members: [{} as never],
  });

  it('says that the owner has to choose, until it was done for each of them', () => {
    const waits = [{ kind: 'choose', programme: 'Rim' }];
    expect(waitingFor(known('member', false))).to.deep.equal(waits);
    expect(waitingFor(known('admitted', true, false))).to.deep.equal(waits);
    expect(waitingFor(known('member', true, true))).to.deep.equal([]);
    expect(waitingFor(known('left', false)), 'it is ours no longer').to.deep.equal([]);
  });
});

describe('Issuing keys in the console', () => {
  const key = {
    incarnation: 1,
    generation: 4,
    issuing: 'k',
    from: 100,
    until: 200,
    deadSince: null,
  };

  it('are announced, sign, and expire by their period, unless they were revoked', () => {
    expect([99, 100, 199, 200].map((now) => keyStateOf(key, now))).to.deep.equal([
      'coming',
      'serves',
      'serves',
      'over',
    ]);
    expect(keyStateOf({ ...key, deadSince: 150 }, 160)).to.equal('dead');
  });

  it('can be revoked while they are of the present incarnation and not dead', () => {
    expect(isRevocable(key, { incarnation: 1 })).to.equal(true);
    expect(isRevocable(key, { incarnation: 2 })).to.equal(false);
    expect(isRevocable({ ...key, deadSince: 150 }, { incarnation: 1 })).to.equal(false);
  });

  it('stand with the newest first', () => {
    const keys = [key, { ...key, generation: 5 }, { ...key, incarnation: 2, generation: 1 }];
    expect(
      newestFirst(keys).map(({ incarnation, generation }) => [incarnation, generation]),
    ).to.deep.equal([
      [2, 1],
      [1, 5],
      [1, 4],
    ]);
  });
});
