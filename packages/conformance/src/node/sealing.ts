/** Messages as test spaces write them to the node, right and wrong, and as the node writes them. */

import {
  boxPublicKey,
  checkDelivery,
  encodeBase64url,
  encodeUtf8,
  type Message,
  messageCheck,
  messageId,
  messageToSign,
  openMessage,
  sealMessage,
  shape,
} from '@covisa/protocol';
import { ed25519 } from '../platform/ed25519.js';
import { documentOf } from './answers.js';
import { check, reading, same } from './expect.js';
import type { Peer } from './peer.js';
import type { Changes, SignedAnswer, Subject } from './subject.js';
import type { TestSpace } from './test-space.js';

const { list, literal, nullable, open, optional, text } = shape;
export const MESSAGE_TYPE = 'application/covisa-message';
const PATH = '/covisa/v1/messages';

/** The members of a message, of which a test may leave out or add any. */
export type Draft = Readonly<Record<string, unknown>> & { readonly id: string };

/** What is wrong with a message around its document. */
export interface Flaws {
  /** Another key signs: a seed of 32 bytes. */
  readonly seed?: Uint8Array;
  /** The bytes that are signed, in place of the label and the document. */
  readonly signed?: Uint8Array;
  /** Stands in place of the signature: 64 bytes. */
  readonly signature?: Uint8Array;
  /** The X25519 public key that it is sealed to, in place of the node's: 32 bytes. */
  readonly recipientKey?: Uint8Array;
}

/** A note to the node, with such members as a test wants to be other ones. */
export async function noteOf(subject: Subject, peer: Peer, changes: object = {}): Promise<Draft> {
  const { space: to } = await subject.discovery();
  return {
    ...{ id: encodeBase64url(subject.options.random(16)), from: peer.space.id, to },
    ...{ time: subject.now(), programme: peer.programme },
    ...{ kind: 'note', text: 'Shall we lend each other chairs?' },
    ...changes,
  };
}

/** A message as its bytes go to the node. */
export async function sealed(
  subject: Subject,
  { space }: Peer,
  draft: Draft | Uint8Array,
  flaws: Flaws = {},
): Promise<Uint8Array> {
  const { boxKey } = await subject.discovery();
  const document = draft instanceof Uint8Array ? draft : encodeUtf8(JSON.stringify(draft));
  const { seed = space.keys.peer, signed = messageToSign(document) } = flaws;
  return sealMessage(document, flaws.signature ?? ed25519.sign(seed, signed), {
    ephemeralSecret: subject.options.random(32),
    nonce: subject.options.random(24),
    recipientKey: flaws.recipientKey ?? boxKey,
  });
}

/** The box key (X25519, 32 bytes) of a test space. */
export function boxKeyOf({ keys }: TestSpace): Uint8Array {
  return boxPublicKey(keys.box);
}

/** Hands a sealed message to the node; the answer as it came. */
export function hand(
  subject: Subject,
  caller: TestSpace,
  content: Uint8Array,
  changes: Changes = {},
): Promise<SignedAnswer> {
  return subject.call(caller, PATH, content, { contentType: MESSAGE_TYPE, ...changes });
}

const receipt = open({ received: text({ min: 1, max: 64 }) });

/** The node takes a message, and says so under its signature. @throws Failure */
export async function deliver(subject: Subject, peer: Peer, draft: Draft): Promise<void> {
  const called = await hand(subject, peer.space, await sealed(subject, peer, draft));
  await checkReceipt(subject, called, draft.id);
}

/** @throws Failure unless the answer is the receipt of this message */
export async function checkReceipt(
  subject: Subject,
  called: SignedAnswer,
  id: string,
): Promise<void> {
  await subject.checkSigned(called);
  same('the receipt', documentOf(called.answer, receipt).received, id);
}

/** A message as the node's owner is shown it. */
const shown = open({
  id: messageId,
  direction: literal('in', 'out'),
  state: text({ min: 1, max: 20 }),
  attempts: shape.integer(0),
  replyTo: nullable(text({ max: 22 })),
  content: open({ kind: text({ max: 20 }), text: optional(text({ max: 4000 })) }),
});
type ShownMessage = shape.Shaped<typeof shown>;

/** What the node's owner is shown of the messages with a space. */
export async function thread(subject: Subject, peer: Peer): Promise<readonly ShownMessage[]> {
  const answer = await subject.api('GET', `/api/messages/${peer.space.id}`);
  return documentOf(answer, list(shown, 2000));
}

/** Has the node's owner write a note to a space; the id of the message. */
export async function write(subject: Subject, peer: Peer, words: string): Promise<string> {
  const content = { kind: 'note', text: words };
  const answer = await subject.api('POST', '/api/messages', { to: peer.space.id, content });
  const [message, ...more] = documentOf(answer, list(open({ id: messageId }), 99));
  check(message !== undefined && more.length === 0, 'message: expected one');
  return message.id;
}

/** The message that the node has sealed to a test space, checked. @throws Failure */
export async function opened(subject: Subject, peer: Peer, bytes: Uint8Array): Promise<Message> {
  const { space: from, peerKey } = await subject.discovery();
  const read = reading('message', () => openMessage(bytes, peer.space.keys.box));
  const around = { from, to: peer.space.id, instant: subject.now() };
  reading('message', () => checkDelivery(read.message, around));
  const holds = ed25519.verify(messageCheck(read, peerKey));
  check(holds, "message: expected the signature of the node's peer key");
  same("the message's programme", read.message.programme, peer.programme);
  return read.message;
}
