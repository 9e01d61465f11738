/** Messages between owners. */

import type {
  CalendarDate,
  MessageAnswer,
  MessageContent,
  ProgrammeId,
  Seconds,
  SpaceId,
} from '@covisa/protocol';
import type { MessageState } from '@covisa/store';

/** What passed between this space and another. */
export interface MessageThread {
  readonly space: SpaceId;
  readonly name: string | null;
  readonly messages: number;
  readonly unread: number;
  /** Of ours: those that were not delivered yet, and those that never were. */
  readonly waiting: number;
  readonly failed: number;
  readonly latest: Seconds;
  /** The owner takes no messages of that space. */
  readonly isRefused: boolean;
}

/** One message as its owner reads it. */
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
  readonly state: Exclude<MessageState, 'erased'>;
  readonly replyTo: string | null;
  readonly content: MessageContent;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly retryAt: Seconds | null;
  readonly delivered: Seconds | null;
}

/** What the owner sends. */
export interface MessageOrder {
  /** Null for a notice, which goes to every space of the programme. */
  readonly to: SpaceId | null;
  /** Null: one that both spaces belong to. */
  readonly programme: ProgrammeId | null;
  readonly replyTo: string | null;
  readonly content: MessageContent;
}

/** A message by its place. */
export interface MessageName {
  readonly direction: 'in' | 'out';
  readonly space: SpaceId;
  readonly id: string;
}

/** Somebody who is expected at the desk. */
export interface ExpectedIntroduction {
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

/** Messages between owners. */
export interface Messages {
  /** Takes a sealed message of the space that brings it; gives the receipt as JSON. */
  take(caller: SpaceId, sealed: Uint8Array): Promise<Uint8Array>;
  /** Gives a space what waits for it, and hears which it has; JSON in and out. */
  giveOut(caller: SpaceId, body: Uint8Array): Promise<Uint8Array>;
  unread(): Promise<number>;
  /** Latest first. */
  threads(): Promise<readonly MessageThread[]>;
  /** Oldest first. */
  thread(space: SpaceId): Promise<readonly MessageView[]>;
  /**
   * One message, or one for each space of the programme. @throws NodeError NOT_FOUND, CONFLICT;
   * ProtocolError MESSAGE_INVALID
   */
  send(order: MessageOrder): Promise<readonly MessageView[]>;
  /** What a space wrote was read: the messages of these ids; null: all. */
  markRead(space: SpaceId, ids: readonly string[] | null): Promise<void>;
  /** Erases what a message said, at once; one that still waits is not sent. @throws NOT_FOUND */
  erase(name: MessageName): Promise<void>;
  /** Takes no messages of a space from now on, or takes them again. */
  refuse(space: SpaceId, isRefused: boolean): Promise<void>;
  /** Who is expected on a date, by introductions; null: today at the first venue. */
  expected(date: CalendarDate | null): Promise<readonly ExpectedIntroduction[]>;
}
