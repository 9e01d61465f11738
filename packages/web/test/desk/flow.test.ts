/** One arrival at the desk, step by step. */

import { expect } from 'chai';
import {
  begin,
  close,
  type Flow,
  happen,
  isBusy,
  READY,
  wantsGrant,
} from '../../dist/desk/flow/flow.js';
import type { Question } from '../../dist/desk/node/desk-node.js';
import { checkOf, visitOf } from './support/views.js';

const QUESTION: Question = {
  presented: { by: 'token', token: 'CV1:A' },
  venue: null,
  facts: { halfDay: false, party: 0, notice: false },
  date: null,
  scannedAt: null,
};

function judged(): Flow {
  return happen(begin(READY, QUESTION), 1, { is: 'checked', check: checkOf({}) });
}

describe('An arrival at the desk', () => {
  it('goes from a code to a verdict to a visit', () => {
    const checking = begin(READY, QUESTION);
    expect(checking.step.at).to.equal('checking');
    expect(judged().step.at).to.equal('judged');
    const recorded = happen(judged(), 1, { is: 'recorded', visit: visitOf({}) });
    expect(recorded.step.at).to.equal('recorded');
    expect([checking, judged(), recorded].map(isBusy)).to.deep.equal([true, true, false]);
  });

  it('shows the local verdict while the home is asked, and its answer then', () => {
    const asking = happen(judged(), 1, { is: 'asked', about: checkOf({}).id });
    expect(asking.step).to.include({ at: 'judged', isAsking: true });
    const answer = checkOf({ grant: 'had' });
    expect(happen(asking, 1, { is: 'answered', about: answer.id, check: answer }).step).to.include({
      isAsking: false,
      check: answer,
    });
    const silent = happen(asking, 1, { is: 'answered', about: checkOf({}).id, check: null });
    expect(silent.step).to.include({ isAsking: false });
    expect(silent.step.at === 'judged' && silent.step.check.grant).to.equal('not-asked');
  });

  it('tells a day that the home had to agree to from one that was free anyway', () => {
    const answered = (askGrant: 'wanted' | 'needed', grant: 'had' | 'refused') => {
      const check = checkOf({}, { askGrant });
      const before = happen(begin(READY, QUESTION), 1, { is: 'checked', check });
      const answer = checkOf({ grant });
      const { step } = happen(before, 1, { is: 'answered', about: check.id, check: answer });
      return step.at === 'judged' && step.hasConsent;
    };
    expect(answered('needed', 'had')).to.equal(true);
    expect(answered('needed', 'refused')).to.equal(false);
    expect(answered('wanted', 'had')).to.equal(false);
  });

  it('takes no answer about a check that was judged again meanwhile', () => {
    const first = checkOf({});
    const asking = happen(judged(), 1, { is: 'asked', about: first.id });
    const half = checkOf({ id: 'check-2' }, { weight: 0.5 });
    const again = happen(asking, 1, { is: 'rejudged', question: QUESTION, check: half });
    const granted = checkOf({ grant: 'had' });
    const late = happen(again, 1, { is: 'answered', about: first.id, check: granted });
    expect(late.step.at === 'judged' && late.step.check).to.deep.equal(half);
    const second = happen(again, 1, { is: 'asked', about: 'check-2' });
    const timer = happen(second, 1, { is: 'answered', about: first.id, check: null });
    expect(timer.step).to.include({ isAsking: true });
  });

  it('shows the verdict until it is judged again with other facts', () => {
    const facts = { halfDay: true, party: 0, notice: false };
    const deciding = happen(judged(), 1, { is: 'deciding' });
    const half = checkOf({ id: 'check-2' }, { weight: 0.5 });
    const again = happen(deciding, 1, {
      is: 'rejudged',
      question: { ...QUESTION, facts },
      check: half,
    });
    expect(deciding.step.at).to.equal('judged');
    expect(again.step).to.include({ at: 'judged', isBusy: false, check: half });
    expect(again.step.at === 'judged' && again.step.question.facts.halfDay).to.equal(true);
  });

  it('takes no answer that belongs to an arrival before it', () => {
    const next = begin(close(judged()), QUESTION);
    expect(next.number).to.equal(3);
    const late = happen(next, 1, { is: 'checked', check: checkOf({}) });
    expect(late).to.equal(next);
    expect(happen(next, 3, { is: 'checked', check: checkOf({}) }).step.at).to.equal('judged');
  });

  it('keeps the verdict where a decision failed, so that nothing has to be typed again', () => {
    const deciding = happen(judged(), 1, { is: 'deciding' });
    expect(deciding.step).to.include({ isBusy: true });
    const error = new Error('no answer');
    expect(happen(deciding, 1, { is: 'undecided', error }).step).to.include({
      at: 'judged',
      isBusy: false,
      error,
    });
  });

  it('ends at once with what is no visa’s code', () => {
    const flow = begin(READY, { kind: 'foreign', what: 'wifi', text: 'WIFI:' });
    expect(flow.step.at).to.equal('problem');
    expect(isBusy(flow)).to.equal(false);
  });

  it('asks the home only where a grant is wanted and was not asked for', () => {
    expect(wantsGrant(checkOf({}, { askGrant: 'wanted' }))).to.equal(true);
    expect(wantsGrant(checkOf({}, { askGrant: 'needed' }))).to.equal(true);
    expect(wantsGrant(checkOf({}, { askGrant: 'no' }))).to.equal(false);
    expect(wantsGrant(checkOf({ grant: 'unreachable' }, { askGrant: 'wanted' }))).to.equal(false);
    expect(wantsGrant(checkOf({}, { askGrant: 'wanted', sameDay: true }))).to.equal(false);
  });
});
