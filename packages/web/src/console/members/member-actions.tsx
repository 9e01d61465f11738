/** What the owner can do with a member. What cannot be undone asks for the name. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { InvitationView, MemberView } from '../../api/owner-views.js';
import { isolated } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Ask } from '../parts/ask.js';
import type { MembersTable } from './words/load.js';

const ACTIONS = ['reissue', 'renumber', 'pause', 'resume', 'revoke', 'erase'] as const;
type Action = (typeof ACTIONS)[number];

interface Props {
  readonly say: Say<MembersTable>;
  readonly member: MemberView;
  readonly onEdit: () => void;
  readonly onInvited: (invitation: InvitationView) => void;
  readonly onChanged: () => void;
}

function actionsFor(member: MemberView): readonly Action[] {
  const { status, isStatic, holderKey, claim } = member;
  if (status === 'revoked') return ['erase'];
  const turn = status === 'paused' ? 'resume' : 'pause';
  // The first link is made on the page itself.
  const mayReissue = !isStatic && (holderKey !== null || claim !== null);
  return [...(mayReissue ? (['reissue'] as const) : []), 'renumber', turn, 'revoke', 'erase'];
}

/** These cannot be undone. */
function isFinal(action: Action): boolean {
  return action === 'revoke' || action === 'erase';
}

/** The buttons, and the question that each of them asks. */
export function MemberActions({ say, member, onEdit, onInvited, onChanged }: Props) {
  const [asked, setAsked] = useState<Action | null>(null);
  const act = async (action: Action): Promise<void> => {
    const path = `/api/members/${member.id}/${action}`;
    if (action === 'reissue') return onInvited(await api.post<InvitationView>(path));
    await api.post(path);
    if (action === 'erase') location.hash = '#/members';
    onChanged();
  };
  return (
    <div class="row">
      <Button kind="quiet" onClick={onEdit}>
        {say('edit')}
      </Button>
      {member.isStatic && member.status !== 'revoked' && (
        <ButtonLink href={`#/members/${member.id}/card`} kind="quiet" icon="print">
          {say('printCard')}
        </ButtonLink>
      )}
      {actionsFor(member).map((action) => (
        <Button
          key={action}
          kind={isFinal(action) ? 'danger' : 'quiet'}
          onClick={() => setAsked(action)}
        >
          {say(action)}
        </Button>
      ))}
      {asked !== null && (
        <Ask
          title={say(`${asked}Title`, { name: isolated(member.name) })}
          verb={say(asked)}
          danger={isFinal(asked)}
          {...(isFinal(asked) && { name: member.name })}
          act={() => act(asked)}
          onClose={() => setAsked(null)}
        >
          <p>{say(`${asked}Text`)}</p>
        </Ask>
      )}
    </div>
  );
}
