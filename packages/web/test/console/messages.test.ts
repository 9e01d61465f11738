/** Messages in the console: which conversation comes first, what can be sent, how it fares. */

import { parseCalendarDate, programmeId, spaceId } from '@covisa/protocol';
import { expect } from 'chai';
import type { MessageThreadView, MessageView } from '../../dist/api/message-views.js';
import type { ProgrammeView, StandingView } from '../../dist/api/programme-views.js';
import {
  answerTo,
  conversationsOf,
  isBegun,
  isNamed,
  titleOf,
} from '../../dist/console/messages/conversations.js';
import { deliveryOf } from '../../dist/console/messages/delivery.js';
import { deliveryText } from '../../dist/console/messages/delivery-line.js';
import {
  cleanText,
  EMPTY_DRAFT,
  type MessageDraft,
  parseDraft,
} from '../../dist/console/messages/message-draft.js';
import { ENGLISH } from '../../dist/console/messages/words/english.js';
import { waitingFor } from '../../dist/console/overview/waiting.js';
import { daysText } from '../../dist/i18n/formats.js';
import { speaker } from '../../dist/i18n/words.js';

const NOW = 1_795_000_000;
const [OURS, A, B, C] = ['A', 'E', 'I', 'M'].map((last) => spaceId.parse('A'.repeat(42) + last));
const [RIVERS, LAKES] = ['A', 'E'].map((last) => programmeId.parse('B'.repeat(42) + last));
if (!(OURS && A && B && C && RIVERS && LAKES)) throw new Error('ids: expected six');

const thread = (space: typeof A, change: Partial<MessageThreadView> = {}): MessageThreadView => ({
  ...{ space, name: space === A ? 'Atrium' : null, messages: 1, unread: 0 },
  ...{ waiting: 0, failed: 0, latest: NOW, isRefused: false },
  ...change,
});

const programme = (
  id: typeof RIVERS,
  spaces: readonly (readonly [typeof A, StandingView])[],
  standing: StandingView = 'member',
): ProgrammeView => ({
  ...{ id, name: id === RIVERS ? 'Rivers' : 'Lakes', founded: true, rosterVersion: 1, standing },
  ...{ members: 2, admitted: 0, purpose: '', terms: {}, termsFrom: null, applicants: [] },
  ...{ threshold: null, votesNeeded: 2, endorsements: 2 },
  ...{ drafts: [], rivals: [], resting: [], siblings: [] },
  spaces: spaces.map(([space, one]) => ({
    ...{ space, standing: one, silent: false },
    name: { [OURS]: 'Ours', [A]: 'Atrium', [B]: 'Bund' }[space] ?? null,
  })),
});

const message = (change: Partial<MessageView> = {}): MessageView => ({
  ...{ id: 'm', direction: 'out', space: A, name: 'Atrium', programme: RIVERS, time: NOW },
  ...{ recorded: NOW, state: 'waiting', replyTo: null, content: { kind: 'note', text: 'Hi' } },
  ...{ attempts: 0, lastError: null, retryAt: null, delivered: null },
  ...change,
});

describe('Conversations', () => {
  const rivers = programme(RIVERS, [
    [OURS, 'member'],
    [C, 'admitted'],
    [B, 'member'],
    [A, 'member'],
  ]);
  const order = (threads: readonly MessageThreadView[]) =>
    conversationsOf(threads, [rivers], OURS).map(({ space }) => space);

  it('begin with the unread, then the latest, then those not begun by name', () => {
    expect(order([])).to.deep.equal([C, A, B]);
    expect(order([thread(B, { latest: 5 }), thread(C, { latest: 9 })])).to.deep.equal([C, B, A]);
    expect(order([thread(B, { latest: 5, unread: 1 }), thread(C, { latest: 9 })])).to.deep.equal([
      ...[B, C, A],
    ]);
  });

  it('are with spaces that belong to a programme, as this one does', () => {
    const with_ = (standing: StandingView, ours?: StandingView) =>
      conversationsOf([], [programme(RIVERS, [[A, standing]], ours)], OURS).length;
    expect([with_('member'), with_('admitted'), with_('founder-pending')]).to.deep.equal([1, 1, 1]);
    expect([with_('applicant'), with_('left'), with_('removed')]).to.deep.equal([0, 0, 0]);
    expect([with_('member', 'left'), with_('member', 'applicant')]).to.deep.equal([0, 0]);
  });

  it('name every programme that both belong to, and stay when there is none any more', () => {
    const lakes = programme(LAKES, [[A, 'member']]);
    const all = conversationsOf([thread(A), thread(B)], [rivers, lakes], OURS);
    const names = (space: typeof A) =>
      all.find((one) => one.space === space)?.programmes.map(({ name }) => name);
    expect([names(A), names(B)]).to.deep.equal([['Rivers', 'Lakes'], ['Rivers']]);
    expect(conversationsOf([thread(A)], [], OURS)[0]?.programmes).to.deep.equal([]);
  });

  it('are begun when a message is held, and found by the space’s name', () => {
    const refused = conversationsOf([thread(A, { messages: 0, isRefused: true })], [], OURS)[0];
    expect(refused && isBegun(refused)).to.equal(false);
    expect(titleOf({ space: C, name: null })).to.equal('AAAAAAAA…');
    const atrium = { space: A, name: 'Atrium West', programmes: [], thread: null };
    expect(isNamed(atrium, 'west atr')).to.equal(true);
    expect(isNamed(atrium, '')).to.equal(true);
    expect(isNamed(atrium, 'east')).to.equal(false);
  });

  it('show the latest answer to an introduction, of the other side only', () => {
    const answer = (which: 'welcome' | 'full', change: object = {}) =>
      message({ content: { kind: 'answer', answer: which }, replyTo: 'i', ...change });
    const introduction = message({ id: 'i', direction: 'in' });
    expect(answerTo(introduction, [])).to.equal(null);
    expect(answerTo(introduction, [answer('welcome'), answer('full')])).to.equal('full');
    expect(answerTo(introduction, [answer('full', { direction: 'in' })])).to.equal(null);
    expect(answerTo(introduction, [answer('full', { replyTo: 'other' })])).to.equal(null);
  });
});

describe('The overview', () => {
  it('tells of messages that wait to be read', () => {
    const status = {
      ...{ space: OURS, incarnation: 0, name: 'S', now: NOW, modeReason: null },
      mode: 'ready',
      ...{ logSize: 1, lastHeartbeat: NOW, pendingVisits: 0, members: 0, peers: 0 },
      ...{ unreadMessages: 2, publicUrl: 'https://s.example' },
    } as const;
    const known = { requests: [], peers: [], members: [], programmes: [programme(RIVERS, [])] };
    expect(waitingFor({ ...known, status })).to.deep.equal([
      { kind: 'messages', count: 2 },
      { kind: 'no-member' },
    ]);
    const read = { ...status, unreadMessages: 0 };
    expect(waitingFor({ ...known, status: read })).to.deep.equal([{ kind: 'no-member' }]);
  });
});

describe('How a message fares', () => {
  const say = speaker<typeof ENGLISH>('en', ENGLISH);
  const near = { theirs: true, ours: true };
  const text = (change: Partial<MessageView>, ways: Parameters<typeof deliveryOf>[1] = near) => {
    const delivery = deliveryOf(message(change), ways, NOW);
    return delivery && deliveryText(delivery, say, (instant) => `t+${instant - NOW}`);
  };
  const refused = (code: string) => ({ attempts: 1, lastError: `PEER_REFUSED: ${code}` });

  it('is said in plain words', () => {
    expect(text({ direction: 'in', state: 'unread' })).to.equal(null);
    expect(text({ state: 'delivered', delivered: NOW + 3 })).to.equal('Delivered, t+3');
    expect(text({})).to.equal('On its way');
    const tried = { attempts: 3, retryAt: NOW + 60, lastError: 'PEER_UNREACHABLE' };
    expect(text(tried)).to.equal(
      'Not delivered yet, tried 3 times, next at t+60. Their node does not answer.',
    );
    expect(text({ ...tried, attempts: 1, retryAt: NOW })).to.equal(
      'Not delivered yet, tried once, next in a moment. Their node does not answer.',
    );
  });

  it('says that a node without an address collects, and that two such nodes cannot', () => {
    expect(text({}, { theirs: false, ours: true })).to.match(/^Waits until they collect it/u);
    expect(text({}, { theirs: false, ours: false })).to.match(/^Waits: neither your node/u);
    expect(text({}, { theirs: null, ours: true })).to.equal('On its way');
    const full = { ...refused('MESSAGES_FULL'), retryAt: NOW + 9 };
    expect(text(full, { theirs: false, ours: true })).to.equal(
      'Not delivered yet, tried once, next at t+9. They have too many messages of yours at present.',
    );
  });

  it('names what a recipient says for good, or that nobody took it', () => {
    const failed = (change: Partial<MessageView>) =>
      text({ state: 'failed', ...change })?.replace('Not delivered, and not tried again. ', '');
    expect(failed(refused('MESSAGES_REFUSED'))).to.equal('They take no messages of your space.');
    expect(failed(refused('MESSAGE_INVALID'))).to.equal('Their node cannot read it.');
    expect(failed(refused('MESSAGE_STALE'))).to.match(/^By their clock/u);
    expect(failed({ attempts: 9, lastError: 'PEER_TIMEOUT' })).to.match(/^Nobody took it/u);
    expect(failed(refused('FORBIDDEN'))).to.match(/^Nobody took it/u);
    expect(text({ ...refused('502'), retryAt: null })).to.match(/answers with an error\.$/u);
  });
});

describe('A message that is typed', () => {
  const parse = (kind: Parameters<typeof parseDraft>[0], change: Partial<MessageDraft>) =>
    parseDraft(kind, { ...EMPTY_DRAFT, ...change }, '2026-11-26');

  it('loses only what nobody sees', () => {
    expect(cleanText(' a\r\nb\tc\u0007\u202ed\u2067 \n')).to.equal('a\nb cd');
    expect(parse('note', { text: ' Hello\n' })).to.deep.equal({
      content: { kind: 'note', text: 'Hello' },
    });
    expect(parse('notice', { text: ' \u202e ' })).to.deep.equal({ wrong: ['text'] });
  });

  it('counts characters as people do, up to 2,000', () => {
    expect(parse('note', { text: '🙂'.repeat(2000) })).to.have.property('content');
    expect(parse('note', { text: 'x'.repeat(2001) })).to.deep.equal({ wrong: ['textLong'] });
  });

  it('is an introduction of one day or more, named only with consent', () => {
    const typed = { first: '2026-12-01', people: ' 2 ', needs: ' a desk ', displayName: 'Ada' };
    expect(parse('introduction', typed)).to.deep.equal({
      content: {
        ...{ kind: 'introduction', first: '2026-12-01', last: '2026-12-01', people: 2 },
        needs: 'a desk',
      },
    });
    expect(parse('introduction', { ...typed, last: '2026-12-03', isNamed: true })).to.deep.equal({
      content: {
        ...{ kind: 'introduction', first: '2026-12-01', last: '2026-12-03', people: 2 },
        ...{ needs: 'a desk', displayName: 'Ada' },
      },
    });
  });

  it('says all that is wrong with an introduction', () => {
    expect(
      parse('introduction', { people: '51', isNamed: true, needs: 'x'.repeat(2001) }),
    ).to.deep.equal({ wrong: ['first', 'people', 'needsLong', 'displayName'] });
    const last = (text: string) => parse('introduction', { first: '2026-12-01', last: text });
    expect(last('2026-11-30')).to.deep.equal({ wrong: ['last'] });
    expect(last('2027-03-03')).to.have.property('content');
    expect(last('2027-03-04')).to.deep.equal({ wrong: ['last'] });
    expect(parse('introduction', { first: '2026-11-25' })).to.have.property('content');
    expect(parse('introduction', { first: '2026-11-24' })).to.deep.equal({ wrong: ['over'] });
    expect(last('2026-02-31')).to.deep.equal({ wrong: ['last'] });
  });

  it('is an answer, which needs a text only to note something', () => {
    expect(parse('answer', {})).to.deep.equal({ wrong: ['answer'] });
    expect(parse('answer', { answer: 'note' })).to.deep.equal({ wrong: ['text'] });
    expect(parse('answer', { answer: 'full', text: ' ' })).to.deep.equal({
      content: { kind: 'answer', answer: 'full' },
    });
    expect(parse('answer', { answer: 'note', text: 'Ring twice.' })).to.deep.equal({
      content: { kind: 'answer', answer: 'note', text: 'Ring twice.' },
    });
  });

  it('is an incident of a day', () => {
    expect(parse('incident', { text: 'Door', date: '' })).to.deep.equal({ wrong: ['date'] });
    expect(parse('incident', { text: 'Door', date: '2026-11-20' })).to.deep.equal({
      content: { kind: 'incident', date: '2026-11-20', text: 'Door' },
    });
  });

  it('names days once where they share a month', () => {
    const [first, last] = ['2026-05-12', '2026-05-14'].map(parseCalendarDate);
    if (!first || !last) throw new Error('days: expected two');
    expect(daysText('en', first, last)).to.match(/^Tue, May 12\s.\sThu, May 14, 2026$/u);
    expect(daysText('de', first, first)).to.equal('Di., 12. Mai 2026');
  });
});
