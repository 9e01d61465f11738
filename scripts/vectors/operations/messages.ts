/** Operations of the chapter messages. */

import {
  checkDelivery,
  messageCheck,
  messageToSign,
  openMessage,
  ProtocolError,
  sealMessage,
  seconds,
  shape,
  spaceId,
  tweetnaclBackend,
} from '@covisa/protocol';
import { bytes, type Operations, operation } from './operation.js';

export const messageOperations: Operations = {
  'message-to-sign': operation(shape.closed({ document: bytes }), ({ document }) => ({
    message: messageToSign(document),
  })),
  'seal-message': operation(
    shape.closed({
      document: bytes,
      signature: bytes,
      ephemeralSecret: bytes,
      nonce: bytes,
      recipientKey: bytes,
    }),
    ({ document, signature, ...seal }) => ({ sealed: sealMessage(document, signature, seal) }),
  ),
  'open-message': operation(
    shape.closed({
      sealed: bytes,
      boxSecret: bytes,
      from: spaceId,
      to: spaceId,
      peerKey: bytes,
      instant: seconds,
    }),
    ({ sealed, boxSecret, peerKey, ...delivery }) => {
      const opened = openMessage(sealed, boxSecret);
      checkDelivery(opened.message, delivery);
      if (!tweetnaclBackend.verify(messageCheck(opened, peerKey))) {
        throw new ProtocolError('MESSAGE_FORGED', 'message: the signature does not hold');
      }
      return { message: opened.message };
    },
  ),
};
