/** Why somebody who is signed in sees nothing here, and what to do. */

import type { Say } from '../i18n/words.js';
import { Button, ButtonLink } from '../ui/button.js';
import { useAction } from '../ui/load.js';
import { Notice } from '../ui/notice.js';
import { Problem } from '../ui/problem.js';
import type { SignedIn } from './session.js';
import type { UsedSession } from './use-session.js';
import type { SessionTable } from './words/load.js';

interface Props {
  readonly say: Say<SessionTable>;
  readonly signedIn: SignedIn;
  readonly used: UsedSession;
}

/** The desk's session in front of a page of the owner's. */
export function WrongRole({ say, signedIn, used }: Props) {
  const { busy, error, run } = useAction();
  return (
    <section class="card sign-in stack">
      <h1>{say('ownerOnlyTitle')}</h1>
      <Notice tone="info">{say('ownerOnly', { name: signedIn.name })}</Notice>
      <Problem error={error} />
      <ButtonLink href="/desk" icon="scan" full>
        {say('toDesk')}
      </ButtonLink>
      <Button kind="quiet" full busy={busy} onClick={() => run(used.signOut)}>
        {say('signOutAndIn')}
      </Button>
    </section>
  );
}
