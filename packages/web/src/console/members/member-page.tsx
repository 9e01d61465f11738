/** One member: facts, what can be done, visits. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { InvitationView, MemberView } from '../../api/owner-views.js';
import { dateText } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { nowSeconds } from '../../platform/clock.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { useAction } from '../../ui/load.js';
import { Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { BackLink } from '../parts/back-link.js';
import { EditMember } from './edit-member.js';
import { Invitation } from './invitation.js';
import { memberState } from './list.js';
import { MemberActions } from './member-actions.js';
import { MemberVisits } from './member-visits.js';
import { StateBadge } from './state-badge.js';
import type { MembersTable } from './words/load.js';

interface Props {
  readonly say: Say<MembersTable>;
  readonly today: string;
  readonly member: MemberView;
  readonly plans: readonly string[];
  readonly onChanged: () => void;
}

/** The page. */
export function MemberPage({ say, today, member, plans, onChanged }: Props) {
  const [invitation, setInvitation] = useState<InvitationView | null>(null);
  const [isEditing, setEditing] = useState(false);
  const state = memberState(member, today, nowSeconds());
  const take = (fresh: InvitationView): void => {
    setInvitation(fresh);
    onChanged();
  };
  return (
    <div class="stack">
      <BackLink href="#/members" text={say('title')} />
      <div class="row">
        <h1>
          <bdi>{member.name}</bdi>
        </h1>
        <StateBadge say={say} state={state} />
      </div>
      {state === 'no-link' && invitation === null && (
        <FirstLink say={say} id={member.id} onInvited={take} />
      )}
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
        onInvited={take}
        onChanged={onChanged}
      />
      <MemberVisits say={say} id={member.id} />
    </div>
  );
}

interface FirstLinkProps {
  readonly say: Say<MembersTable>;
  readonly id: string;
  readonly onInvited: (invitation: InvitationView) => void;
}

/** Who came with a list has no link yet, and nothing to be asked about before there is one. */
function FirstLink({ say, id, onInvited }: FirstLinkProps) {
  const { busy, error, run } = useAction();
  const make = async () => onInvited(await api.post<InvitationView>(`/api/members/${id}/reissue`));
  return (
    <Notice tone="info">
      <p>{say('hint-no-link')}</p>
      <Problem error={error} />
      <div class="row">
        <Button busy={busy} onClick={() => run(make)}>
          {say('makeLink')}
        </Button>
      </div>
    </Notice>
  );
}

/** Where the visa is, if it is one still. */
function kindOfVisa({ status, isStatic, holderKey }: MemberView) {
  if (status === 'revoked') return 'visaRevoked';
  if (isStatic) return 'card';
  return holderKey === null ? 'phoneNone' : 'phone';
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
    [say('kindOfVisa'), say(kindOfVisa(member))],
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
