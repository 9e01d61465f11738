/** Messages that a node must not take, each with what is wrong with it. */

import { encodeUtf8, MESSAGE_BYTES_MAX } from '@covisa/protocol';
import { admitted } from '../admitted.js';
import { checkRefusal } from '../answers.js';
import type { Code } from '../codes.js';
import { same } from '../expect.js';
import type { Peer } from '../peer.js';
import { boxKeyOf, type Draft, type Flaws, hand, noteOf, sealed, thread } from '../sealing.js';
import type { Subject } from '../subject.js';
import type { NodeTest } from '../test.js';

const DAY_SECONDS = 86_400;
/** Control characters, and such as turn the direction of writing around. */
const UNSEEN = ['\u0007', '\r', '\t', '\u0085', '\u202e', '\u2066'];

/** A space that writes to the node. */
export function judy(subject: Subject): Promise<Peer> {
  return admitted(subject, 'Judy');
}

/** How many messages of a space the node's owner is shown. */
export async function countOf(subject: Subject, peer: Peer): Promise<number> {
  return (await thread(subject, peer)).length;
}

/** A message in place of an honest note, and what is wrong around it. */
interface Wrong {
  readonly draft?: Draft | Uint8Array;
  readonly flaws?: Flaws;
  /** Other bytes than those that were sealed. */
  readonly bent?: (bytes: Uint8Array) => Uint8Array;
}

type Make = (peer: Peer, subject: Subject) => Wrong | Promise<Wrong>;

/** A message is refused with one of these codes, signed, and its recipient is shown nothing. */
function refused(
  title: string,
  rules: readonly string[],
  codes: readonly [Code, ...Code[]],
  make: Make,
): NodeTest {
  return {
    title,
    rules,
    async run(subject) {
      const peer = await judy(subject);
      await checkRefused(subject, peer, codes, await make(peer, subject));
    },
  };
}

/** The refusal is signed, and the message is not kept. */
export async function checkRefused(
  subject: Subject,
  peer: Peer,
  codes: readonly [Code, ...Code[]],
  { draft, flaws, bent = (bytes) => bytes }: Wrong,
): Promise<void> {
  const before = await countOf(subject, peer);
  const note = draft ?? (await noteOf(subject, peer));
  const content = bent(await sealed(subject, peer, note, flaws));
  const called = await hand(subject, peer.space, content);
  await subject.checkSigned(called);
  checkRefusal(called.answer, ...codes);
  same('messages that the owner is shown', await countOf(subject, peer), before);
}

/** Notes that are none, each of which is refused as not of the form that its kind has. */
function misshapen(title: string, rules: readonly string[], changes: readonly object[]): NodeTest {
  return {
    title,
    rules,
    async run(subject) {
      const peer = await judy(subject);
      for (const change of changes) {
        const draft = await noteOf(subject, peer, change);
        await checkRefused(subject, peer, ['MESSAGE_INVALID'], { draft });
      }
    },
  };
}

/** An introduction from one day to another. */
export function introduction(first: string, last: string): object {
  return { kind: 'introduction', text: undefined, first, last, people: 1 };
}

/** The id of some message. */
export const replyTo = 'A'.repeat(22);
/** Refused by what is in the message or around it. */
export const refusals: readonly NodeTest[] = [
  refused(
    'A message that is sealed for another is refused.',
    ['MSG-6'],
    ['MESSAGE_UNREADABLE'],
    async (_peer, subject) => {
      const other = (await admitted(subject, 'Olivia')).space;
      return { flaws: { recipientKey: boxKeyOf(other) } };
    },
  ),
  refused(
    'A seal of which a bit was changed is refused.',
    ['MSG-6'],
    ['MESSAGE_UNREADABLE'],
    () => ({ bent: (bytes) => bytes.map((byte, i) => (i === bytes.length - 1 ? byte ^ 1 : byte)) }),
  ),
  refused(
    'Bytes that are no sealed message are refused.',
    ['MSG-6'],
    ['MESSAGE_UNREADABLE'],
    () => ({ bent: () => encodeUtf8('hello') }),
  ),
  refused(
    'A message of more than 32 KiB is refused.',
    ['MSG-1'],
    ['MESSAGE_UNREADABLE', 'BODY_TOO_LARGE'],
    () => ({ draft: new Uint8Array(MESSAGE_BYTES_MAX + 1).fill(0x20) }),
  ),
  refused('A document that is no JSON is refused.', ['MSG-1'], ['MESSAGE_INVALID'], () => ({
    draft: encodeUtf8('hello'),
  })),
  misshapen(
    'A message has the members of its kind, and no others.',
    ['MSG-1'],
    [
      { more: 1 },
      { text: undefined },
      { kind: 'letter' },
      { id: 'A'.repeat(21) },
      { answer: 'welcome' },
      { kind: 'answer', answer: 'welcome' },
      { kind: 'incident', date: '2026-02-30' },
      { ...introduction('2026-12-01', '2026-12-02'), people: 51 },
      { text: 'x'.repeat(2001) },
    ],
  ),
  misshapen(
    'A text with characters that nobody sees is refused.',
    ['MSG-2'],
    UNSEEN.map((unseen) => ({ text: `It is ${unseen}fine.` })),
  ),
  misshapen(
    "An introduction's days are in their order, and at most 92 apart.",
    ['MSG-3'],
    [introduction('2026-12-02', '2026-12-01'), introduction('2026-12-01', '2027-03-04')],
  ),
  misshapen(
    'An answer "please note" without a text is refused.',
    ['MSG-4'],
    [{ kind: 'answer', text: undefined, replyTo, answer: 'note' }],
  ),
  refused(
    'A message that another key has signed is forged.',
    ['MSG-9'],
    ['MESSAGE_FORGED'],
    (_peer, subject) => ({ flaws: { seed: subject.options.random(32) } }),
  ),
  refused('A message that nobody has signed is forged.', ['MSG-5'], ['MESSAGE_FORGED'], () => ({
    flaws: { signature: new Uint8Array(64) },
  })),
  refused(
    'A signature that is not over label and document is none.',
    ['MSG-5'],
    ['MESSAGE_FORGED'],
    async (peer, subject) => {
      const draft = await noteOf(subject, peer);
      return { draft, flaws: { signed: encodeUtf8(JSON.stringify(draft)) } };
    },
  ),
  refused(
    'A message with another sender inside is forged.',
    ['MSG-7'],
    ['MESSAGE_FORGED'],
    async (peer, subject) => {
      const olivia = await admitted(subject, 'Olivia');
      const draft = await noteOf(subject, peer, { from: olivia.space.id });
      // As its sender has signed it: Judy only passes it on.
      return { draft, flaws: { seed: olivia.space.keys.peer } };
    },
  ),
  refused(
    'A message that was meant for another space is forged.',
    ['MSG-7'],
    ['MESSAGE_FORGED'],
    async (peer, subject) => {
      const { space } = await admitted(subject, 'Olivia');
      return { draft: await noteOf(subject, peer, { to: space.id }) };
    },
  ),
  ...([-31 * DAY_SECONDS - 60, 900] as const).map((late) =>
    refused(
      late < 0
        ? 'A message of more than 31 days ago is stale.'
        : 'A message of fifteen minutes ahead is refused.',
      ['MSG-8'],
      ['MESSAGE_STALE'],
      async (peer, subject) => ({
        draft: await noteOf(subject, peer, { time: subject.now() + late }),
      }),
    ),
  ),
  refused(
    'A message names a programme that both belong to.',
    ['MSG-10'],
    ['FORBIDDEN'],
    async (peer, subject) => {
      const { programme } = await admitted(subject, 'Alice');
      return { draft: await noteOf(subject, peer, { programme }) };
    },
  ),
];
