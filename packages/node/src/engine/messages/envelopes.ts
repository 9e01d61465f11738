/** Signs and seals messages of this space, and opens and checks those of others. */

import {
  checkDelivery,
  type Message,
  messageCheck,
  messageToSign,
  type OpenedMessage,
  openMessage,
  ProtocolError,
  parseBase64url,
  type SpaceId,
  sealMessage,
} from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import type { Context } from '../context.js';
import { latestOpening } from '../space-view.js';
import type { View } from '../view.js';

/** The two layers around a message. */
export class Envelopes {
  readonly #context: Context;
  readonly #view: View;

  constructor(context: Context, view: View) {
    this.#context = context;
    this.#view = view;
  }

  /**
   * A document signed by our peer key and sealed to the box key that the recipient has now: made
   * for each delivery, so that a resume of either side changes nothing.
   * @throws NodeError PEER_UNKNOWN
   */
  async seal(document: Uint8Array, to: SpaceId): Promise<Uint8Array> {
    const { ports, identity } = this.#context;
    const opening = latestOpening(this.#view.space(to));
    if (opening === null) {
      throw new NodeError('PEER_UNKNOWN', `message: expected the box key of ${to}, got none yet`);
    }
    const signature = await ports.signatures.sign(identity.keys.peer, messageToSign(document));
    return sealMessage(document, signature, {
      ephemeralSecret: ports.random.bytes(32),
      nonce: ports.random.bytes(24),
      recipientKey: parseBase64url(opening.entry.box),
    });
  }

  /**
   * The message that `from` hands over, if it wrote it to this space.
   * @throws ProtocolError MESSAGE_UNREADABLE, MESSAGE_INVALID, MESSAGE_FORGED, MESSAGE_STALE
   */
  async open(sealed: Uint8Array, from: SpaceId): Promise<OpenedMessage> {
    const { ports, identity, now } = this.#context;
    const opened = openMessage(sealed, identity.keys.box);
    checkDelivery(opened.message, { from, to: identity.space, instant: now() });
    const peerKey = latestOpening(this.#view.space(from))?.peerKey;
    // MSG-9: the peer key of the sender's latest incarnation has signed the message.
    if (!peerKey || !(await ports.signatures.verify(messageCheck(opened, peerKey)))) {
      const text = "message: expected the signature of its sender's peer key, got another";
      throw new ProtocolError('MESSAGE_FORGED', text);
    }
    return opened;
  }
}

/** The last day of an introduction. */
export function expectedUntil(message: Message) {
  return message.kind === 'introduction' ? message.last : null;
}
