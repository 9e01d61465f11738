/** The practice: sample members, judged by the rules of any programme, with nothing sent. */

import { programmeId, type Terms } from '@covisa/protocol';
import { expect } from 'chai';
import type { Question } from '../../dist/desk/node/desk-node.js';
import { PracticeNode } from '../../dist/desk/practice/practice-node.js';
import { daysHere, placeWithoutNode, SAMPLES } from '../../dist/desk/practice/samples.js';

/** 12 May 2026, 09:00 UTC. */
const NOW = 1_778_576_400;
const PROGRAMME = programmeId.parse('A'.repeat(43));

function practice(terms?: Terms): PracticeNode {
  const programmes =
    terms === undefined ? [] : [{ id: PROGRAMME, name: 'Rivers', roster: 4, terms }];
  const day = { ...placeWithoutNode(NOW), programmes };
  return new PracticeNode({
    day: () => day,
    now: () => NOW,
    refusalReason: 'an example.',
    pause: () => Promise.resolve(),
  });
}

function questionOf(id: string, change: Partial<Question> = {}): Question {
  const sample = SAMPLES.find((one) => one.id === id);
  if (sample === undefined) throw new Error(`${id}: expected a sample`);
  return {
    presented: { by: 'token', token: sample.code },
    venue: null,
    facts: { halfDay: false, party: 0, notice: false },
    date: null,
    scannedAt: null,
    ...change,
  };
}

async function outcomeOf(node: PracticeNode, id: string): Promise<string> {
  const { verdict } = await node.check(questionOf(id));
  return `${verdict.outcome} ${verdict.reasons[0].code}`;
}

describe('The practice', () => {
  it('gives real verdicts by the usual terms where there is no programme yet', async () => {
    const node = practice();
    const outcomes: Record<string, string> = {};
    for (const id of ['new', 'last', 'used', 'card', 'ask', 'offline', 'ended', 'refused']) {
      outcomes[id] = await outcomeOf(node, id);
    }
    expect(outcomes).to.deep.equal({
      new: 'free FREE_DAY',
      last: 'free FREE_DAY',
      used: 'paid ALLOWANCE_HOST_USED',
      card: 'paid GRANT_NEEDED',
      ask: 'paid GRANT_NEEDED',
      offline: 'paid OFFLINE_HOME_SILENT',
      ended: 'refuse VISA_EXPIRED',
      refused: 'refuse SPACE_REFUSED',
    });
  });

  it('follows the terms of the programme: the last day is the last of two', async () => {
    const terms: Terms = { allowances: [{ days: 2, count: 'host', window: 'visa-year' }] };
    expect(daysHere(terms)).to.equal(2);
    const { verdict } = await practice(terms).check(questionOf('last'));
    expect(verdict.left.perHost).to.deep.equal({ before: 1, after: 0 });
    expect(verdict.roster).to.equal(4);
  });

  it('lets a sample home consent, and keeps one visit a day until it is undone', async () => {
    const node = practice();
    const { id } = await node.check(questionOf('ask'));
    const granted = await node.askGrant(id);
    expect([granted.grant, granted.verdict.outcome]).to.deep.equal(['had', 'free']);
    const visit = await node.record({ check: id, kind: 'free', amount: null, note: null });
    expect(await outcomeOf(node, 'ask')).to.equal('free SAME_DAY');
    await node.undo(visit.id);
    expect(await outcomeOf(node, 'ask')).to.equal('paid GRANT_NEEDED');
  });
});
