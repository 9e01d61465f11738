/** Messages of the engine's double: fixed answers. */

import { encodeUtf8, spaceId } from '@covisa/protocol';
import type { Messages, MessageThread, MessageView } from '../../../dist/engine/services.js';
import { DATE, PROGRAMME } from './desk-double.js';
import { NOW, type TestNode, testNode } from './test-node.js';

type Answer = <T>(what: string, value: T) => (...parts: readonly unknown[]) => Promise<T>;

/** The id of the one message. */
export const MESSAGE = 'AAAAAAAAAAAAAAAAAAAAAA';

function viewOf(space: string): MessageView {
  return {
    ...{ id: MESSAGE, direction: 'in', space: spaceId.parse(space), name: 'Peer' },
    ...{ programme: PROGRAMME, time: NOW, recorded: NOW, state: 'unread', replyTo: null },
    content: { kind: 'introduction', first: DATE, last: DATE, people: 1, displayName: 'Ada L.' },
    ...{ attempts: 0, lastError: null, retryAt: null, delivered: null },
  };
}

/** What owners wrote to each other. */
export function messagesDouble(node: TestNode, answer: Answer): Messages {
  const { space } = testNode('other');
  const thread: MessageThread = {
    ...{ space, name: 'Peer', messages: 1, unread: 1, waiting: 0, failed: 0 },
    ...{ latest: NOW, isRefused: false },
  };
  return {
    take: answer('messages.take', encodeUtf8(`{"received":"${MESSAGE}"}`)),
    giveOut: answer('messages.giveOut', encodeUtf8('{"messages":[]}')),
    unread: answer('messages.unread', 1),
    threads: answer('messages.threads', [thread]),
    thread: answer('messages.thread', [viewOf(space)]),
    send: answer('messages.send', [viewOf(node.space)]),
    markRead: answer('messages.markRead', undefined),
    erase: answer('messages.erase', undefined),
    refuse: answer('messages.refuse', undefined),
    expected: answer('messages.expected', []),
  };
}
