/** Messages between owners, in memory. */

import type { MessageHead, MessagePlace, Store } from '../port.js';
import type { MemoryState } from './state.js';

type MessageMethods = Pick<
  Store,
  'putMessages' | 'message' | 'messagesWith' | 'introductionsFrom' | 'messageHeads' | 'dropMessages'
>;

function messageKey({ direction, space, id }: MessagePlace): string {
  return `${space}/${direction}/${id}`;
}

function headOf(message: MessageHead): MessageHead {
  const { direction, space, id, recorded, state, expectedUntil, retryAt } = message;
  return { direction, space, id, recorded, state, expectedUntil, retryAt };
}

/** The methods of the port that are about messages. */
export function messageMethods({ messages }: MemoryState): MessageMethods {
  const all = () => [...messages.values()];
  return {
    async putMessages(list) {
      for (const message of list) messages.set(messageKey(message), message);
    },
    async message(place) {
      return messages.get(messageKey(place)) ?? null;
    },
    async messagesWith(space) {
      return all().filter((one) => one.space === space);
    },
    async introductionsFrom(from) {
      return all().filter(
        ({ direction, state, expectedUntil }) =>
          direction === 'in' &&
          state !== 'erased' &&
          expectedUntil !== null &&
          expectedUntil >= from,
      );
    },
    async messageHeads(space) {
      return all()
        .filter((one) => space === null || one.space === space)
        .map(headOf);
    },
    async dropMessages(places) {
      for (const place of places) messages.delete(messageKey(place));
    },
  };
}
