/** One conversation: what is written next above what was written, newest first. */

import { useEffect, useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { MessageView } from '../../api/message-views.js';
import { isolated } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useAction, useLoad } from '../../ui/load.js';
import { Loading, Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { Ask } from '../parts/ask.js';
import { BackLink } from '../parts/back-link.js';
import { noteRead } from '../parts/unread.js';
import { useFollow } from '../parts/use-follow.js';
import { Compose } from './compose.js';
import { type Conversation, titleOf } from './conversations.js';
import type { Ways } from './delivery.js';
import { MessageItem } from './message-item.js';
import type { MessagesData } from './messages.js';
import type { MessagesTable } from './words/load.js';

/** While a message of ours is on its way, and otherwise. */
const WAITING_LOOK_SECONDS = 3;
const LOOK_SECONDS = 15;
/** How many messages are drawn at once. */
const SHOWN = 50;

interface Props {
  readonly say: Say<MessagesTable>;
  readonly data: MessagesData;
  readonly onChanged: () => void;
  readonly conversation: Conversation;
  /** What the route says is to be written. */
  readonly kind: string;
}

/** The page. */
export function ConversationPage(props: Props) {
  const { say, data, conversation, kind, onChanged } = props;
  const { space, programmes, thread } = conversation;
  const common = useCommon();
  const { loaded, reload } = useLoad(
    () => api.get<readonly MessageView[]>(`/api/messages/${space}`),
    [space],
  );
  const messages = loaded.state === 'ready' ? loaded.value : [];
  const ways = waysTo(data, conversation);
  const isWaiting = messages.some(({ state }) => state === 'waiting');
  useFollow(reload, isWaiting ? WAITING_LOOK_SECONDS : LOOK_SECONDS);
  const newIds = useReading(space, messages);
  const parts = { say, conversation, today: data.today };
  return (
    <div class="stack wide">
      <div class="stack tight">
        <BackLink href="#/messages" text={say('title')} />
        <h1>
          <bdi>{titleOf(conversation)}</bdi>
        </h1>
        <p class="soft small">
          <bdi>{programmes.map(({ name }) => name).join(' · ')}</bdi>
        </p>
      </div>
      {thread?.isRefused && <Notice tone="warn">{say('refusedNow')}</Notice>}
      {programmes.length === 0 ? (
        <Notice tone="info">{say('over')}</Notice>
      ) : (
        <Compose {...parts} kind={kind} onSent={reload} />
      )}
      {loaded.state === 'loading' && <Loading text={common.say('loading')} />}
      {loaded.state !== 'loading' && <Problem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && (
        <Thread {...parts} messages={messages} newIds={newIds} ways={ways} onChanged={reload} />
      )}
      <Refusing {...parts} onChanged={onChanged} />
    </div>
  );
}

function waysTo({ peers, status }: MessagesData, { space }: Conversation): Ways {
  const peer = peers.find((one) => one.space === space);
  return {
    theirs: peer === undefined ? null : peer.address !== null,
    ours: status.publicUrl !== null,
  };
}

/** Marks what is shown as read; gives the ids of those that were new when they were shown. */
function useReading(space: string, messages: readonly MessageView[]): ReadonlySet<string> {
  const [newIds, setNewIds] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const unread = messages.filter(({ state }) => state === 'unread').map(({ id }) => id);
    if (unread.length === 0 || document.visibilityState !== 'visible') return;
    setNewIds((before) => new Set([...before, ...unread]));
    // What could not be marked is still unread at the next look.
    api.post(`/api/messages/${space}/read`).then(noteRead, () => undefined);
  }, [messages, space]);
  return newIds;
}

interface ThreadProps extends Pick<Props, 'say' | 'conversation'> {
  readonly messages: readonly MessageView[];
  readonly newIds: ReadonlySet<string>;
  readonly ways: Ways;
  readonly today: string;
  readonly onChanged: () => void;
}

function Thread(props: ThreadProps) {
  const { say, messages, newIds } = props;
  const [shown, setShown] = useState(SHOWN);
  if (messages.length === 0) return <p class="soft">{say('nothingYet')}</p>;
  const newest = [...messages].reverse().slice(0, shown);
  return (
    <section class="stack" aria-label={say('title')}>
      <ol class="plain stack">
        {newest.map((message) => (
          <MessageItem
            key={message.direction + message.id}
            {...props}
            message={message}
            isNew={newIds.has(message.id)}
          />
        ))}
      </ol>
      {messages.length > shown && (
        <Button kind="quiet" onClick={() => setShown(shown + SHOWN)}>
          {say('earlier')}
        </Button>
      )}
    </section>
  );
}

/** No more messages of that space, or messages again. */
function Refusing({
  say,
  conversation,
  onChanged,
}: Pick<Props, 'say' | 'conversation' | 'onChanged'>) {
  const [isAsked, setAsked] = useState(false);
  const { busy, error, run } = useAction();
  const { space, thread } = conversation;
  const set = async (refused: boolean): Promise<void> => {
    await api.post(`/api/messages/${space}/refuse`, { refused });
    onChanged();
  };
  if (thread?.isRefused) {
    return (
      <div class="stack tight">
        <Problem error={error} />
        <div class="row">
          <Button kind="quiet" busy={busy} onClick={() => run(() => set(false))}>
            {say('accept')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div class="row">
      <Button kind="danger" onClick={() => setAsked(true)}>
        {say('refuse')}
      </Button>
      {isAsked && (
        <Ask
          title={say('refuseTitle', { name: isolated(titleOf(conversation)) })}
          verb={say('refuse')}
          danger
          act={() => set(true)}
          onClose={() => setAsked(false)}
        >
          <p>{say('refuseText')}</p>
        </Ask>
      )}
    </div>
  );
}
