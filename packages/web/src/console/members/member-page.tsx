/** One member: facts, what can be done, visits. */

import { useState } from 'preact/hooks';
import type { InvitationView, MemberView } from '../../api/owner-views.js';
import { dateText } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { nowSeconds } from '../../platform/clock.js';
import { useCommon } from '../../ui/common.js';
import { Notice } from '../../ui/notice.js';
import { BackLink } from '../parts/back-link.js';
import { today } from '../parts/today.js';
import { EditMember } from './edit-member.js';
import { Invitation } from './invitation.js';
import { memberState } from './list.js';
import { MemberActions } from './member-actions.js';
import { MemberVisits } from './member-visits.js';
import { StateBadge } from './state-badge.js';
import type { MembersTable } from './words/load.js';

interface Props {
  readonly say: Say<MembersTable>;
  readonly member: MemberView;
  readonly plans: readonly string[];
  readonly onChanged: () => void;
}

/** The page. */
export function MemberPage({ say, member, plans, onChanged }: Props) {
  const [invitation, setInvitation] = useState<InvitationView | null>(null);
  const [isEditing, setEditing] = useState(false);
  const state = memberState(member, today(), nowSeconds());
  return (
    <div class="stack">
      <BackLink href="#/members" text={say('title')} />
      <div class="row">
        <h1>
          <bdi>{member.name}</bdi>
        </h1>
        <StateBadge say={say} state={state} />
      </div>
      {(state === 'unclaimed' || state === 'claim-lapsed') && invitation === null && (
        <Notice tone="info">{say(`hint-${state}`)}</Notice>
      )}
      {invitation !== null && <Invitation say={say} invitation={invitation} />}
      {isEditing ? (
        <EditMember
          say={say}
          member={member}
          plans={plans}
          onDone={(changed) => {
            setEditing(false);
            if (changed) onChanged();
          }}
        />
      ) : (
        <Facts say={say} member={member} />
      )}
      <MemberActions
        say={say}
        member={member}
        onEdit={() => setEditing(true)}
        onInvited={(fresh) => {
          setInvitation(fresh);
          onChanged();
        }}
        onChanged={onChanged}
      />
      <MemberVisits say={say} id={member.id} />
    </div>
  );
}

function Facts({ say, member }: Pick<Props, 'say' | 'member'>) {
  const { language } = useCommon();
  const facts: readonly (readonly [string, string])[] = [
    [say('displayName'), member.displayName ?? '–'],
    [say('contact'), member.contact ?? '–'],
    [say('plan'), member.plan],
    [say('since'), dateText(language, member.since)],
    [say('paidUntil'), member.paidUntil ? dateText(language, member.paidUntil) : say('noEnd')],
    [say('visaYear'), dateText(language, member.visaYearStart)],
    [say('kindOfVisa'), member.isStatic ? say('card') : say('phone')],
    ...(member.ask ? ([[say('ask'), say('askYes')]] as const) : []),
  ];
  return (
    <dl class="facts card">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
