import { spaceId } from '@covisa/protocol';
import { expect } from 'chai';
import { wordsOfEntry } from '../../dist/cli/entry-words.js';

const [own, loft, unknown] = ['O', 'L', 'U'].map((letter) =>
  spaceId.parse(`${letter}${'A'.repeat(42)}`),
);
const rim = `R${'A'.repeat(42)}`;
const key = `K${'A'.repeat(42)}`;
const names = {
  own: own as NonNullable<typeof own>,
  space: (id: string) => (id === loft ? 'Bund Loft' : null),
  programme: (id: string) => (id === rim ? 'Rim' : null),
};

/** 2026-11-26 16:37 UTC. */
const time = 1_795_711_020;
const date = '2026-11-26';
const stamp = {
  ...{ type: 'stamp', marker: 'A'.repeat(22), home: loft, venue: 'main', date, kind: 'free' },
  ...{ weight: 1, programme: rim, roster: 1, seal: 'A'.repeat(54) },
};
const roster = {
  ...{ type: 'roster', version: 2, programme: rim, previous: key, time, members: key },
  ...{ add: [loft], remove: [{ space: unknown, size: 7 }] },
};

const SAID: readonly (readonly [object, string])[] = [
  [stamp, 'stamped a free visit of 2026-11-26 from Bund Loft'],
  [{ type: 'void', index: 3, date }, 'cancelled the visit of entry 4 on 2026-11-26'],
  [
    { type: 'endorsement', programme: rim, roster: key, space: unknown },
    'endorsed UAAAAAAA… for Rim',
  ],
  [{ type: 'leave', programme: key, date }, 'left programme KAAAAAAA… on 2026-11-26'],
  [{ type: 'closing', date }, 'closed the space for good on 2026-11-26'],
  [{ type: 'tea' }, 'something that this version does not know: tea'],
];

describe('cli: entries in words', () => {
  for (const [entry, words] of SAID) {
    it(words, () => {
      expect(wordsOfEntry(JSON.stringify(entry), names)).to.deep.equal({ time: null, words });
    });
  }

  it('says when, where an entry says so, and what a roster changes', () => {
    expect(wordsOfEntry(JSON.stringify(roster), names)).to.deep.equal({
      time,
      words: 'proposed roster 2 of Rim, which adds Bund Loft, removes UAAAAAAA…',
    });
    expect(
      wordsOfEntry(JSON.stringify({ type: 'key-revocation', generation: 1, time }), names),
    ).to.deep.equal({ time, words: 'revoked key 1 for visas' });
  });
});
