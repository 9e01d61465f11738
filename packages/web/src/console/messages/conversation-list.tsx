/** All conversations, the unread first; and the spaces that nothing was written to yet. */

import { useState } from 'preact/hooks';
import { agoText } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { TextField } from '../../ui/field.js';
import { Empty, Notice } from '../../ui/notice.js';
import { type Conversation, isBegun, isNamed, othersIn, titleOf } from './conversations.js';
import type { MessagesData } from './messages.js';
import type { MessagesTable } from './words/load.js';

/** How many rows are drawn at once. */
const ROWS = 200;
/** Fewer spaces are found at a glance. */
const SEARCHED_FROM = 8;

interface Props {
  readonly say: Say<MessagesTable>;
  readonly data: MessagesData;
  /** The route named a space with which there is nothing. */
  readonly isUnknown: boolean;
}

/** The list. */
export function ConversationList({ say, data, isUnknown }: Props) {
  const [search, setSearch] = useState('');
  const { conversations, programmes, status } = data;
  const found = conversations.filter((one) => isNamed(one, search));
  const isStarted = (one: Conversation): boolean => isBegun(one) || one.thread !== null;
  const canNotify = programmes.some((one) => othersIn(one, status.space).length > 0);
  return (
    <div class="stack">
      <div class="row apart">
        <h1>{say('title')}</h1>
        {canNotify && (
          <ButtonLink href="#/messages/notice" kind="quiet" icon="people">
            {say('notice')}
          </ButtonLink>
        )}
      </div>
      {isUnknown && <Notice tone="warn">{say('unknownSpace')}</Notice>}
      {!conversations.some(isBegun) && <NoMessages say={say} isAlone={!canNotify} />}
      {conversations.length > SEARCHED_FROM && (
        <search class="stack tight">
          <TextField label={say('search')} type="search" value={search} onValue={setSearch} />
          <p class="soft small" role="status">
            {say('found', { count: found.length })}
          </p>
        </search>
      )}
      <Rows say={say} conversations={found.filter(isStarted)} now={status.now} />
      <Rows
        say={say}
        conversations={found.filter((one) => !isStarted(one))}
        now={status.now}
        title={say('others')}
      />
    </div>
  );
}

function NoMessages({ say, isAlone }: Pick<Props, 'say'> & { readonly isAlone: boolean }) {
  return (
    <Empty title={say('emptyTitle')}>
      <p>{say('empty')}</p>
      {isAlone && (
        <>
          <p>{say('emptyAlone')}</p>
          <ButtonLink href="#/programme" kind="quiet">
            {say('toProgramme')}
          </ButtonLink>
        </>
      )}
    </Empty>
  );
}

interface RowsProps extends Pick<Props, 'say'> {
  readonly conversations: readonly Conversation[];
  readonly now: number;
  readonly title?: string;
}

function Rows({ say, conversations, now, title }: RowsProps) {
  const [rows, setRows] = useState(ROWS);
  if (conversations.length === 0) return null;
  return (
    <section class="stack tight">
      {title !== undefined && <h2>{title}</h2>}
      <ul class="plain rows">
        {conversations.slice(0, rows).map((one) => (
          <Row key={one.space} say={say} conversation={one} now={now} />
        ))}
      </ul>
      {conversations.length > rows && (
        <Button kind="quiet" onClick={() => setRows(rows + ROWS)}>
          {say('more')}
        </Button>
      )}
    </section>
  );
}

interface RowProps extends Pick<Props, 'say'> {
  readonly conversation: Conversation;
  readonly now: number;
}

function Row({ say, conversation, now }: RowProps) {
  const { language } = useCommon();
  const { space, programmes, thread } = conversation;
  const names = programmes.map(({ name }) => name).join(' · ');
  const passed =
    thread === null || thread.messages === 0
      ? []
      : [say('messages', { count: thread.messages }), agoText(language, now - thread.latest)];
  return (
    <li>
      <a class="row-link" href={`#/messages/${space}`}>
        <span class="grow">
          <strong>
            <bdi>{titleOf(conversation)}</bdi>
          </strong>
          <span class="soft small row-detail">
            {passed.length > 0 ? passed.join(' · ') : <bdi>{names}</bdi>}
          </span>
        </span>
        <Badges say={say} thread={thread} />
      </a>
    </li>
  );
}

function Badges({ say, thread }: Pick<Props, 'say'> & Pick<Conversation, 'thread'>) {
  if (thread === null) return null;
  const { unread, waiting, failed, isRefused } = thread;
  return (
    <>
      {failed > 0 && <span class="badge bad">{say('failed', { count: failed })}</span>}
      {waiting > 0 && <span class="badge warn">{say('notDelivered', { count: waiting })}</span>}
      {isRefused && <span class="badge">{say('refusedBadge')}</span>}
      {unread > 0 && <span class="badge good">{say('unread', { count: unread })}</span>}
    </>
  );
}
