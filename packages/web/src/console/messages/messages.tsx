/** The section Messages: all conversations, and by its route one of them, or a notice to all. */

import { useEffect } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { MessageThreadView } from '../../api/message-views.js';
import type { PeerView, ProfileView, StatusView } from '../../api/owner-views.js';
import type { ProgrammeView } from '../../api/programme-views.js';
import type { Say } from '../../i18n/words.js';
import { nowSeconds } from '../../platform/clock.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { useWords } from '../../ui/use-words.js';
import { dateThere } from '../parts/today.js';
import { useFollow } from '../parts/use-follow.js';
import { ConversationList } from './conversation-list.js';
import { ConversationPage } from './conversation-page.js';
import { conversationsOf } from './conversations.js';
import { NoticePage } from './notice-page.js';
import { loadMessagesWords, type MessagesTable } from './words/load.js';
import './messages.css';

const LOOK_SECONDS = 30;

async function load() {
  const [threads, programmes, peers, status, profile] = await Promise.all([
    api.get<readonly MessageThreadView[]>('/api/messages'),
    api.get<readonly ProgrammeView[]>('/api/programmes'),
    api.get<readonly PeerView[]>('/api/peers'),
    api.get<StatusView>('/api/status'),
    api.get<ProfileView>('/api/profile'),
  ]);
  const conversations = conversationsOf(threads, programmes, status.space);
  return { conversations, programmes, peers, status, today: dateThere(profile, nowSeconds()) };
}

/** What the parts of the section stand on. */
export type MessagesData = Awaited<ReturnType<typeof load>>;

/** The section. `path` is what follows `messages/` in the route. */
export function Messages({ path }: { readonly path: readonly string[] }) {
  const common = useCommon();
  const say = useWords(loadMessagesWords);
  const [first = ''] = path;
  const { loaded, reload } = useLoad(load, []);
  useFollow(reload, LOOK_SECONDS);
  // What was read or sent in one part is another number in the next.
  useEffect(() => {
    if (loaded.state === 'ready') reload();
  }, [first]);
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading' || say === null) return <Loading text={common.say('loading')} />;
  return (
    <div class="stack">
      <Problem error={loaded.error} onRetry={reload} />
      <Part key={first} say={say} path={path} data={loaded.value} onChanged={reload} />
    </div>
  );
}

interface PartProps {
  readonly say: Say<MessagesTable>;
  readonly path: readonly string[];
  readonly data: MessagesData;
  readonly onChanged: () => void;
}

function Part({ say, path, data, onChanged }: PartProps) {
  const [first = '', second = ''] = path;
  const parts = { say, data, onChanged };
  if (first === 'notice') return <NoticePage {...parts} />;
  const conversation = data.conversations.find(({ space }) => space === first);
  if (conversation === undefined) {
    return <ConversationList say={say} data={data} isUnknown={first !== ''} />;
  }
  return <ConversationPage {...parts} conversation={conversation} kind={second} />;
}
