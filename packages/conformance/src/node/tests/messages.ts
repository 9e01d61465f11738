/** Sealed messages that the node is handed: each is taken once, or refused. */

import { MESSAGES_PER_DAY_MAX } from '@covisa/protocol';
import { admitted, apply } from '../admitted.js';
import { checkRefusal } from '../answers.js';
import { check, same } from '../expect.js';
import { checkReceipt, deliver, hand, noteOf, sealed, thread } from '../sealing.js';
import type { NodeChapter, NodeTest } from '../test.js';
import {
  checkRefused,
  countOf,
  introduction,
  judy,
  refusals,
  replyTo,
} from './message-refusals.js';

const DAY_SECONDS = 86_400;
const KINDS: readonly object[] = [
  { ...introduction('2026-12-01', '2027-03-03'), needs: 'A desk\nby a window', displayName: 'Ada' },
  { kind: 'answer', text: undefined, replyTo, answer: 'welcome' },
  { kind: 'answer', text: 'The lift is broken.', replyTo, answer: 'note' },
  { kind: 'incident', date: '2026-12-01', text: 'A key was left here.' },
  { kind: 'notice', text: `${'ü'.repeat(1999)}\n` },
];

const taken: readonly NodeTest[] = [
  {
    title: 'A sealed message is taken, acknowledged by its id, and shown to its recipient.',
    rules: ['MSG-1', 'MSG-5', 'MSG-6', 'MSG-9'],
    async run(subject) {
      const peer = await judy(subject);
      const draft = await noteOf(subject, peer);
      await deliver(subject, peer, draft);
      const found = (await thread(subject, peer)).find(({ id }) => id === draft.id);
      same('the text that is shown', found?.content.text, String(draft.text));
      same('the direction', found?.direction, 'in');
    },
  },
  {
    title: 'A message of each kind is taken.',
    rules: ['MSG-1', 'MSG-2', 'MSG-3', 'MSG-4'],
    async run(subject) {
      const peer = await judy(subject);
      for (const changes of KINDS) {
        await deliver(subject, peer, await noteOf(subject, peer, changes));
      }
    },
  },
  {
    title: 'A message that comes again is acknowledged again, and shown once.',
    rules: ['MSG-11'],
    async run(subject) {
      const peer = await judy(subject);
      const draft = await noteOf(subject, peer);
      const content = await sealed(subject, peer, draft);
      for (let time = 0; time < 2; time++) {
        await checkReceipt(subject, await hand(subject, peer.space, content), draft.id);
      }
      // As after a lost answer: sealed anew, and perhaps with other words.
      await deliver(subject, peer, { ...draft, text: 'Once more.' });
      const found = (await thread(subject, peer)).filter(({ id }) => id === draft.id);
      same('messages of that id', found.length, 1);
      same('the text that is shown', found[0]?.content.text, String(draft.text));
    },
  },
  {
    title: 'One that was erased is acknowledged, and does not come back.',
    rules: ['MSG-11'],
    async run(subject) {
      const peer = await judy(subject);
      const draft = await noteOf(subject, peer);
      await deliver(subject, peer, draft);
      const name = { direction: 'in', space: peer.space.id, id: draft.id };
      const erased = await subject.api('POST', '/api/messages/erase', name);
      same('the status of the erasure', erased.status, 200);
      await deliver(subject, peer, draft);
      const isBack = (await thread(subject, peer)).some(({ id }) => id === draft.id);
      same('a message that was erased', isBack, false);
    },
  },
  {
    title: 'A message of 31 days ago less an hour is taken, and one of five minutes ahead.',
    rules: ['MSG-8'],
    async run(subject) {
      const peer = await judy(subject);
      for (const late of [3600 - 31 * DAY_SECONDS, 300]) {
        const draft = await noteOf(subject, peer, { time: subject.now() + late });
        await deliver(subject, peer, draft);
      }
    },
  },
];

const senders: readonly NodeTest[] = [
  {
    title: 'A space that belongs to no programme of the node writes to nobody.',
    rules: ['MSG-10', 'HTTP-12'],
    async run(subject) {
      const peer = await judy(subject);
      const content = await sealed(subject, peer, await noteOf(subject, peer));
      const space = subject.newSpace('applicant');
      const unknown = await hand(subject, space, content);
      await subject.checkSigned(unknown);
      checkRefusal(unknown.answer, 'PEER_UNKNOWN');
      await apply(subject, space, peer.programme);
      const waiting = await hand(subject, space, content);
      await subject.checkSigned(waiting);
      checkRefusal(waiting.answer, 'FORBIDDEN');
    },
  },
  {
    title: 'A request that the sender has not signed hands nothing over.',
    rules: ['HTTP-12', 'HTTP-14'],
    async run(subject) {
      const peer = await judy(subject);
      const before = await countOf(subject, peer);
      const content = await sealed(subject, peer, await noteOf(subject, peer));
      const changes = { seed: subject.options.random(32) };
      const forged = await hand(subject, peer.space, content, changes);
      checkRefusal(forged.answer, 'REQUEST_SIGNATURE_INVALID');
      const other = { contentType: 'application/octet-stream' };
      const typed = await hand(subject, peer.space, content, other);
      checkRefusal(typed.answer, 'MEDIA_TYPE_UNSUPPORTED');
      same('messages that the owner is shown', await countOf(subject, peer), before);
    },
  },
  {
    title: 'Of a space whose messages the owner refuses none is kept.',
    rules: ['MSG-13'],
    async run(subject) {
      const peer = await admitted(subject, 'Olivia');
      const refuse = async (isRefused: boolean) => {
        const path = `/api/messages/${peer.space.id}/refuse`;
        const { status } = await subject.api('POST', path, { refused: isRefused });
        same('the status of the refusal', status, 200);
      };
      await refuse(true);
      await checkRefused(subject, peer, ['MESSAGES_REFUSED'], {});
      await refuse(false);
      await deliver(subject, peer, await noteOf(subject, peer));
    },
  },
  {
    title: 'Of one space at most 40 messages are taken in a day, and others still are.',
    rules: ['MSG-12', 'MSG-11'],
    async run(subject) {
      const peer = await admitted(subject, 'Olivia');
      const held = await countOf(subject, peer);
      check(held < MESSAGES_PER_DAY_MAX, 'thread: expected fewer than 40 messages so far');
      let draft = await noteOf(subject, peer);
      for (let count = held; count < MESSAGES_PER_DAY_MAX; count++) {
        draft = await noteOf(subject, peer);
        await deliver(subject, peer, draft);
      }
      await checkRefused(subject, peer, ['MESSAGES_FULL'], {});
      await deliver(subject, peer, draft);
      const judyOne = await judy(subject);
      await deliver(subject, judyOne, await noteOf(subject, judyOne));
    },
  },
];

export const messages: NodeChapter = {
  name: 'Messages',
  place: 'spec/messages.md',
  tests: [...taken, ...refusals, ...senders],
};
