/** The steps after the space is made: a programme, the first member, the first poster. */

import { useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { InvitationView, ProfileView, StatusView } from '../../api/owner-views.js';
import type { ProgrammeView } from '../../api/programme-views.js';
import { isolated } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { useCommon } from '../../ui/common.js';
import { useLoad } from '../../ui/load.js';
import { Loading, Notice } from '../../ui/notice.js';
import { Problem } from '../../ui/problem.js';
import { useWords } from '../../ui/use-words.js';
import { AddMember } from '../members/add-member.js';
import { Invitation } from '../members/invitation.js';
import { loadMembersWords } from '../members/words/load.js';
import { InviteLink } from '../programme/invite-link.js';
import { StartProgramme } from '../programme/start-programme.js';
import { loadProgrammeWords } from '../programme/words/load.js';
import { Poster } from '../settings/poster.js';
import { SelfCheckInForm } from '../settings/self-check-in-form.js';
import { loadSettingsWords } from '../settings/words/load.js';
import type { SetUpTable } from './words/load.js';

interface Props {
  readonly say: Say<SetUpTable>;
}

/** Create a programme, or join one; both can wait. */
export function ProgrammeStep({ say }: Props) {
  const common = useCommon();
  const words = useWords(loadProgrammeWords);
  const { loaded, reload } = useLoad(
    () => api.get<readonly ProgrammeView[]>('/api/programmes'),
    [],
  );
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading' || words === null) return <Loading text={common.say('loading')} />;
  const [programme] = loaded.value;
  return (
    <div class="stack">
      <p>{say('programmeWhy')}</p>
      <Problem error={loaded.error} onRetry={reload} />
      {programme === undefined ? (
        <StartProgramme say={words} onStarted={reload} />
      ) : (
        <>
          <Notice tone="good">
            {say('programmeStarted', {
              name: isolated(programme.name === '' ? '…' : programme.name),
            })}
          </Notice>
          {programme.standing === 'member' && <InviteLink say={words} programme={programme} />}
        </>
      )}
      {programme === undefined && <p class="soft">{say('canWait')}</p>}
    </div>
  );
}

/** The first member, with the link to hand over. */
export function MemberStep({ say }: Props) {
  const common = useCommon();
  const words = useWords(loadMembersWords);
  const [invitation, setInvitation] = useState<InvitationView | null>(null);
  if (words === null) return <Loading text={common.say('loading')} />;
  return (
    <div class="stack">
      <p>{say('memberWhy')}</p>
      {invitation === null ? (
        <AddMember say={words} plans={[]} onAdded={setInvitation} />
      ) : (
        <Invitation say={words} invitation={invitation} />
      )}
      {invitation === null && <p class="soft">{say('canWait')}</p>}
    </div>
  );
}

/** A poster for the door. */
export function PosterStep({ say }: Props) {
  const common = useCommon();
  const words = useWords(loadSettingsWords);
  const { loaded, reload } = useLoad(
    () =>
      Promise.all([
        api.get<StatusView>('/api/status'),
        api.get<ProfileView>('/api/profile'),
        api.get<{ readonly selfCheckIn: boolean }>('/api/desk'),
      ]),
    [],
  );
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading' || words === null) return <Loading text={common.say('loading')} />;
  const [status, profile, { selfCheckIn }] = loaded.value;
  const [venue] = profile.venues;
  return (
    <div class="stack">
      <p class="no-print">{say('posterWhy')}</p>
      <div class="stack no-print">
        <p>{say('posterOff')}</p>
        <SelfCheckInForm say={words} selfCheckIn={selfCheckIn} />
      </div>
      {venue !== undefined && <Poster status={status} profile={profile} venue={venue} />}
    </div>
  );
}
