/** A new member, and then the claim link to hand over. */

import { useState } from 'preact/hooks';
import type { InvitationView } from '../../api/owner-views.js';
import type { Say } from '../../i18n/words.js';
import { Button } from '../../ui/button.js';
import { BackLink } from '../parts/back-link.js';
import { AddMember } from './add-member.js';
import { Invitation } from './invitation.js';
import type { MembersTable } from './words/load.js';

interface Props {
  readonly say: Say<MembersTable>;
  readonly plans: readonly string[];
  readonly onChanged: () => void;
}

/** The page. */
export function NewMember({ say, plans, onChanged }: Props) {
  const [invitation, setInvitation] = useState<InvitationView | null>(null);
  const take = (added: InvitationView): void => {
    setInvitation(added);
    onChanged();
  };
  return (
    <div class="stack column">
      <BackLink href="#/members" text={say('title')} />
      <h1>{say('addMember')}</h1>
      {invitation === null ? (
        <AddMember say={say} plans={plans} onAdded={take} />
      ) : (
        <>
          <Invitation say={say} invitation={invitation} />
          <div class="row">
            <Button kind="quiet" icon="plus" onClick={() => setInvitation(null)}>
              {say('addAnother')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
