import { expect } from 'chai';
import { smallest } from '../../dist/shrink/ddmin.js';
import { withSpaces } from '../../dist/shrink/parts.js';
import { shrink } from '../../dist/shrink/shrink.js';
import type { Story, StoryEvent } from '../../dist/story/story.js';

const TERMS = { allowances: [] };

function visit(at: number, member: number, host: number, pause = 0): StoryEvent {
  const how = { asks: true, bound: false, halfDay: false, age: 0, pause };
  return { at, kind: 'visit', member, host, ...how };
}

function shownTwice(at: number, hosts: readonly [number, number]): StoryEvent {
  return { at, kind: 'shown-twice', member: 2, hosts, apart: 60, asks: true };
}

/** Six spaces, two programmes, four members. */
function story(events: readonly StoryEvent[]): Story {
  const names = ['ada', 'bea', 'cai', 'dov', 'eva', 'fay'];
  return {
    seed: 'shrinking',
    begins: '2026-11-02T06:00:00Z',
    syncSeconds: 600,
    spaces: names.map((name) => ({ name, isPublic: true, diskDelay: 30, lie: null })),
    programmes: [
      { terms: TERMS, founders: [0, 1, 2], others: [] },
      { terms: TERMS, founders: [3, 4], others: [5] },
    ],
    members: [{ home: 0 }, { home: 1 }, { home: 3 }, { home: 4 }],
    events,
    seconds: 10_000,
  };
}

describe('The smallest part of a list that fails', () => {
  it('is what every failing part must have', async () => {
    const items = Array.from({ length: 100 }, (_, number) => number);
    const found = await smallest(items, async (some) =>
      [17, 18, 63].every((n) => some.includes(n)),
    );
    expect(found).to.deep.equal([17, 18, 63]);
  });

  it('is nothing where nothing is needed', async () => {
    expect(await smallest([1, 2, 3], async () => true)).to.deep.equal([]);
  });

  it('is what was found when the tries ran out', async () => {
    let tries = 0;
    const found = await smallest([1, 2, 3, 4], async (some) => {
      tries += 1;
      return tries > 1 ? null : some.includes(3);
    });
    expect(found).to.deep.equal([3, 4]);
  });
});

describe('A story with fewer spaces', () => {
  it('moves all numbers up, and lets go of what was about the others', () => {
    const events: readonly StoryEvent[] = [
      visit(1, 2, 4),
      visit(2, 0, 4),
      visit(3, 2, 1),
      { at: 4, kind: 'wall', these: [0, 3], those: [1, 4], oneWay: true },
      { at: 5, kind: 'leave', space: 4, programme: 1 },
      { at: 6, kind: 'message', space: 3, to: 4 },
      { at: 7, kind: 'message', space: 3, to: 1 },
      shownTwice(8, [4, 3]),
      shownTwice(9, [4, 5]),
    ];
    const { spaces, programmes, members, ...rest } = withSpaces(story(events), [3, 4]);
    expect(spaces.map(({ name }) => name)).to.deep.equal(['dov', 'eva']);
    expect(programmes).to.deep.equal([{ terms: TERMS, founders: [0, 1], others: [] }]);
    expect(members).to.deep.equal([{ home: 0 }, { home: 1 }]);
    expect(rest.events).to.deep.equal([
      visit(1, 0, 1),
      { at: 4, kind: 'wall', these: [0], those: [1], oneWay: true },
      { at: 5, kind: 'leave', space: 1, programme: 0 },
      { at: 6, kind: 'message', space: 0, to: 1 },
      { ...shownTwice(8, [1, 0]), member: 0 },
    ]);
  });
});

describe('A story that is shrunk', () => {
  const events: readonly StoryEvent[] = [
    ...Array.from({ length: 30 }, (_, at) => visit(at, at % 4, (at + 1) % 6, 50)),
    { at: 40, kind: 'crash', space: 4, down: 640 },
    ...Array.from({ length: 30 }, (_, at) => visit(50 + at, at % 4, (at + 2) % 6, 50)),
  ];
  /** A crash of eva, down for 100 s at least, and before it a visit of dov's first member. */
  const fails = async ({ events, members, spaces }: Story): Promise<boolean> => {
    const crash = events.findIndex(
      (one) => one.kind === 'crash' && spaces[one.space]?.name === 'eva' && one.down >= 100,
    );
    return events
      .slice(0, Math.max(0, crash))
      .some(
        (one) => one.kind === 'visit' && spaces[members[one.member]?.home ?? 0]?.name === 'dov',
      );
  };

  it('keeps what makes it fail, and nothing else', async () => {
    const shrunk = await shrink(story(events), fails);
    expect(shrunk).to.deep.equal({
      seed: 'shrinking',
      begins: '2026-11-02T06:00:00Z',
      syncSeconds: 600,
      spaces: [
        { name: 'dov', isPublic: true, diskDelay: 0, lie: null },
        { name: 'eva', isPublic: true, diskDelay: 0, lie: null },
      ],
      programmes: [],
      members: [{ home: 0 }],
      events: [visit(26, 0, 0), { at: 40, kind: 'crash', space: 1, down: 160 }],
      seconds: 40,
    });
  });

  it('plays no more stories than it may', async () => {
    let tries = 0;
    const counted = async (one: Story): Promise<boolean> => {
      tries += 1;
      return fails(one);
    };
    const shrunk = await shrink(story(events), counted, { tries: 7, costs: 100 });
    expect(tries).to.equal(7);
    expect(await fails(shrunk)).to.equal(true);
  });
});
