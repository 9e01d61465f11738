/** Sends a message; what was typed is dropped only when the node has written it down. */

import type { MessageContent } from '@covisa/protocol';
import { api } from '../../api/client.js';
import type { MessageView } from '../../api/message-views.js';
import type { Say } from '../../i18n/words.js';
import { useAction } from '../../ui/load.js';
import { Problem } from '../../ui/problem.js';
import type { MessagesTable } from './words/load.js';

/** What is sent. */
interface Order {
  /** Null: to all of the programme. */
  readonly to: string | null;
  /** Null: one that both spaces belong to. */
  readonly programme: string | null;
  readonly replyTo: string | null;
  readonly content: MessageContent;
}

/** `onSent` is called after any try: without an answer nobody knows whether it was taken. */
export function useSending(onTried: () => void): {
  readonly busy: boolean;
  readonly error: unknown;
  readonly send: (order: Order, onSent: (sent: readonly MessageView[]) => void) => void;
} {
  const { busy, error, run } = useAction();
  const send = (order: Order, onSent: (sent: readonly MessageView[]) => void): void =>
    run(async () => {
      try {
        onSent(await api.post<readonly MessageView[]>('/api/messages', order));
      } finally {
        onTried();
      }
    });
  return { busy, error, send };
}

interface Props {
  readonly say: Say<MessagesTable>;
  readonly error: unknown;
}

/** Why it was not sent. */
export function SendProblem({ say, error }: Props) {
  const known = {
    NOT_FOUND: say('code-NOT_FOUND'),
    MESSAGE_INVALID: say('code-MESSAGE_INVALID'),
  };
  return <Problem error={error} known={known} />;
}
