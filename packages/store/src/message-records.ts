/** Messages between owners, as the store keeps them. */

import type { CalendarDate, Seconds, SpaceId } from '@covisa/protocol';

/** Where a message stands: the sender's id for it is unique among those between two spaces. */
export interface MessagePlace {
  /** `in`: from that space to this one. */
  readonly direction: 'in' | 'out';
  readonly space: SpaceId;
  readonly id: string;
}

/**
 * `waiting`, `delivered` and `failed` are of messages that go out, the others of those that
 * came.
 */
export type MessageState = 'waiting' | 'delivered' | 'failed' | 'unread' | 'read' | 'erased';

/** What is known of a message without opening it. */
export interface MessageHead extends MessagePlace {
  /** When it was written or taken, by this node's clock. */
  readonly recorded: Seconds;
  readonly state: MessageState;
  /** The last day of an introduction; null for every other kind. */
  readonly expectedUntil: CalendarDate | null;
  /** When its delivery is tried again; null: at once, or not any more. */
  readonly retryAt: Seconds | null;
}

/** A message between this space and another. What it says and how it fared is sealed. */
export interface StoredMessage extends MessageHead {
  /** The signed bytes; null for one that was erased: only that it was there is remembered. */
  readonly document: Uint8Array | null;
  /** How often its delivery was tried, and why it failed the last time. */
  readonly attempts: number;
  readonly lastError: string | null;
  readonly delivered: Seconds | null;
}
