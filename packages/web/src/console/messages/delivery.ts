/** How a message of this space fares on its way, and why. Pure. */

import type { Seconds } from '@covisa/protocol';
import type { MessageView } from '../../api/message-views.js';

/** Why it was not taken. */
export type DeliveryReason =
  | 'silent'
  | 'full'
  | 'not-shared'
  | 'refused'
  | 'unreadable'
  | 'clocks'
  | 'other'
  | 'too-long';

export type Delivery =
  | { readonly state: 'delivered'; readonly at: Seconds }
  | { readonly state: 'on-its-way' }
  /** The other node has no address: it asks for its messages itself. */
  | { readonly state: 'collected-later' }
  /** Neither of both has one. */
  | { readonly state: 'out-of-reach' }
  | {
      readonly state: 'tried';
      readonly attempts: number;
      /** Null: at any moment. */
      readonly retryAt: Seconds | null;
      readonly reason: DeliveryReason;
    }
  | { readonly state: 'failed'; readonly reason: DeliveryReason };

/** What has to be known of both nodes. */
export interface Ways {
  /** Whether the other node can be called; null: that is not known. */
  readonly theirs: boolean | null;
  /** Whether ours can. */
  readonly ours: boolean;
}

const REFUSED = 'PEER_REFUSED: ';
const REASONS: ReadonlyMap<string, DeliveryReason> = new Map([
  ['MESSAGES_REFUSED', 'refused'],
  ['MESSAGES_FULL', 'full'],
  ['FORBIDDEN', 'not-shared'],
  ['MESSAGE_INVALID', 'unreadable'],
  ['MESSAGE_UNREADABLE', 'unreadable'],
  ['MESSAGE_FORGED', 'unreadable'],
  ['MESSAGE_STALE', 'clocks'],
]);
const SILENT: ReadonlySet<string> = new Set(['PEER_UNREACHABLE', 'PEER_TIMEOUT', 'PEER_UNKNOWN']);

/** The reason in a code, with the peer's own behind a colon where it refused. */
function reasonOf(lastError: string | null): DeliveryReason {
  if (lastError === null || SILENT.has(lastError)) return 'silent';
  if (!lastError.startsWith(REFUSED)) return 'other';
  return REASONS.get(lastError.slice(REFUSED.length)) ?? 'other';
}

/** How a message fares; null: it is not one of ours. */
export function deliveryOf(message: MessageView, ways: Ways, now: Seconds): Delivery | null {
  const { state, delivered, recorded, attempts, lastError, retryAt } = message;
  switch (state) {
    case 'unread':
    case 'read':
      return null;
    case 'delivered':
      return { state, at: delivered ?? recorded };
    case 'failed':
      return { state, reason: isFinal(lastError) ? reasonOf(lastError) : 'too-long' };
    case 'waiting':
      return waiting({ attempts, lastError, retryAt }, ways, now);
  }
}

/** What a recipient says for good; any other message failed since nobody took it in time. */
function isFinal(lastError: string | null): boolean {
  return ['refused', 'unreadable', 'clocks'].includes(reasonOf(lastError));
}

function waiting(
  { attempts, lastError, retryAt }: Pick<MessageView, 'attempts' | 'lastError' | 'retryAt'>,
  { theirs, ours }: Ways,
  now: Seconds,
): Delivery {
  const isRefused = lastError?.startsWith(REFUSED) === true;
  if (theirs === false && !isRefused) {
    return { state: ours ? 'collected-later' : 'out-of-reach' };
  }
  if (attempts === 0) return { state: 'on-its-way' };
  const later = retryAt !== null && retryAt > now ? retryAt : null;
  return { state: 'tried', attempts, retryAt: later, reason: reasonOf(lastError) };
}
