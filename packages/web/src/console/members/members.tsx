/** The section Members: the list, and by its route one member, a new one, or an import. */

import { api } from '../../api/client.js';
import type { MemberView, ProfileView } from '../../api/owner-views.js';
import type { Say } from '../../i18n/words.js';
import { nowSeconds } from '../../platform/clock.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Loading } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { useWords } from '../../ui/use-words.js';
import { dateThere } from '../parts/today.js';
import { ImportMembers } from './import-members.js';
import { MEMBER_STATES, plansOf } from './list.js';
import { MemberCard } from './member-card.js';
import { MemberList } from './member-list.js';
import { MemberPage } from './member-page.js';
import { NewMember } from './new-member.js';
import { loadMembersWords, type MembersTable } from './words/load.js';
import './members.css';

const loadProfile = () => api.get<ProfileView>('/api/profile');
const listMembers = () => api.get<readonly MemberView[]>('/api/members');

/** The section. `path` is what follows `members/` in the route. */
export function Members({ path }: { readonly path: readonly string[] }) {
  const common = useCommon();
  const say = useWords(loadMembersWords);
  const [first = ''] = path;
  const { loaded, reload } = useLoad(async () => {
    const [members, profile] = await Promise.all([listMembers(), loadProfile()]);
    return { loadedFor: first, members, today: dateThere(profile, nowSeconds()) };
  }, [first]);
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading' || say === null) return <Loading text={common.say('loading')} />;
  return (
    <div class="stack">
      <Problem error={loaded.error} onRetry={reload} />
      <Part say={say} path={path} {...loaded.value} onChanged={reload} />
    </div>
  );
}

interface PartProps {
  readonly say: Say<MembersTable>;
  readonly path: readonly string[];
  readonly members: readonly MemberView[];
  /** What stood first in the path when they were loaded. */
  readonly loadedFor: string;
  /** The space's date then. */
  readonly today: string;
  readonly onChanged: () => void;
}

function Part({ say, path, members, loadedFor, today, onChanged }: PartProps) {
  const common = useCommon();
  const [first = '', second] = path;
  const parts = { say, members, plans: plansOf(members), onChanged };
  if (first === 'add') return <NewMember {...parts} />;
  if (first === 'import') return <ImportMembers say={say} onImported={onChanged} />;
  const member = members.find(({ id }) => id === first);
  // Who was added since the list was loaded is in the next one.
  if (member === undefined && loadedFor !== first) {
    return <Loading text={common.say('loading')} />;
  }
  const stateAsked = MEMBER_STATES.find((state) => state === first) ?? null;
  if (member === undefined) {
    const isUnknown = first !== '' && stateAsked === null;
    return (
      <MemberList
        key={first}
        {...parts}
        today={today}
        stateAsked={stateAsked}
        isUnknown={isUnknown}
      />
    );
  }
  if (second === 'card') return <MemberCard say={say} member={member} />;
  return <MemberPage key={member.id} {...parts} today={today} member={member} />;
}
