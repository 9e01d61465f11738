/** What the node answers about messages between owners, and who is expected by them, as JSON. */

import type {
  CalendarDate,
  MessageAnswer,
  MessageContent,
  ProgrammeId,
  Seconds,
  SpaceId,
} from '@covisa/protocol';

/** What passed between this space and another. */
export interface MessageThreadView {
  readonly space: SpaceId;
  readonly name: string | null;
  readonly messages: number;
  readonly unread: number;
  /** Of ours: those that were not delivered yet, and those that never were. */
  readonly waiting: number;
  readonly failed: number;
  /** 0: no message is held. */
  readonly latest: Seconds;
  readonly isRefused: boolean;
}

/** One message. */
export interface MessageView {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly space: SpaceId;
  readonly name: string | null;
  readonly programme: ProgrammeId;
  /** When it was written. */
  readonly time: Seconds;
  /** When this node wrote it down. */
  readonly recorded: Seconds;
  readonly state: 'waiting' | 'delivered' | 'failed' | 'unread' | 'read';
  readonly replyTo: string | null;
  readonly content: MessageContent;
  readonly attempts: number;
  /** A code; of a refusal the peer's own stands behind a colon. */
  readonly lastError: string | null;
  readonly retryAt: Seconds | null;
  readonly delivered: Seconds | null;
}

/** Somebody whose visit was announced by the home space. */
export interface ExpectedView {
  readonly id: string;
  readonly home: SpaceId;
  readonly homeName: string | null;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly people: number;
  readonly needs: string | null;
  readonly displayName: string | null;
  /** What this space answered last; null: nothing yet. */
  readonly answer: MessageAnswer | null;
}
