/** The desk page: pairing and signing in, then the desk. */

import { useEffect, useState } from 'preact/hooks';
import { onSessionLost } from '../api/client.js';
import type { Language } from '../i18n/languages.js';
import { every } from '../platform/clock.js';
import { Unreachable } from '../platform/network.js';
import { Gate } from '../session/gate.js';
import { pairingCodeOf } from '../session/pairing.js';
import type { SignedIn } from '../session/session.js';
import { type UsedSession, useSession } from '../session/use-session.js';
import { Button } from '../ui/button.js';
import { useCommon } from '../ui/common.js';
import { Frame } from '../ui/frame.js';
import { useAction } from '../ui/load.js';
import { problemText, RefusalWords } from '../ui/problem.js';
import { takeFragment } from '../ui/route.js';
import { UpdatePrompt } from '../ui/update.js';
import { useTitle } from '../ui/use-title.js';
import { Desk } from './desk.js';
import { forgetDesk, isKnownDesk } from './today/use-day.js';
import type { SayDesk } from './words/load.js';

/** Milliseconds between two tries to find out who is signed in, while the node is away. */
const AWAY_MILLISECONDS = 5000;

interface Props {
  readonly say: SayDesk;
  readonly language: Language;
}

/** The code of the pairing link that was opened, out of the address line at once; null: none. */
function takePairingCode(): string | null {
  return location.hash.startsWith('#pair.') ? pairingCodeOf(takeFragment()) : null;
}

/** What the node refuses, as sentences for readers of other languages than its own. */
function refusalWords(language: Language, say: SayDesk): Readonly<Record<string, string>> {
  if (language === 'en') return {};
  return {
    CONFLICT: say('codeConflict'),
    NOT_FOUND: say('codeGone'),
    NOT_READY: say('codeNotReady'),
    REQUEST_INVALID: say('codeInvalid'),
    FORBIDDEN: say('codeForbidden'),
    INTERNAL: say('codeInternal'),
  };
}

/** The page. */
export function DeskPage(props: Props) {
  const { say, language } = props;
  return (
    <RefusalWords.Provider value={refusalWords(language, say)}>
      <Page {...props} />
    </RefusalWords.Provider>
  );
}

function Page({ say, language }: Props) {
  useTitle(say('title'));
  const used = useSession();
  const [pairingCode, setPairingCode] = useState(takePairingCode);
  const { loaded, reload } = used;
  const isUnreachable = loaded.state === 'failed' && loaded.error instanceof Unreachable;
  // A desk that was one before goes on without its node: it keeps scans, and shows nothing else.
  const isAway = isUnreachable && isKnownDesk();
  const signedIn = loaded.state === 'ready' ? loaded.value.signedIn : null;
  useEffect(() => (isAway ? every(AWAY_MILLISECONDS, reload) : undefined), [isAway]);
  const isDesk = isAway || (signedIn !== null && pairingCode === null);
  // The session has ended: whoever is here signs in again.
  useEffect(() => (isDesk ? onSessionLost(reload) : undefined), [isDesk, reload]);
  if (isDesk) {
    return (
      <Desk
        say={say}
        language={language}
        person={signedIn !== null && <Person signedIn={signedIn} used={used} say={say} />}
      />
    );
  }
  return (
    <Frame title={say('title')} narrow>
      <Gate used={used} needs="desk" pairingCode={pairingCode}>
        {() => <Passed onPassed={() => setPairingCode(null)} />}
      </Gate>
      <UpdatePrompt />
    </Frame>
  );
}

/** Behind the gate: the desk takes the gate's place. */
function Passed({ onPassed }: { readonly onPassed: () => void }) {
  useEffect(onPassed, []);
  return null;
}

interface PersonProps {
  readonly signedIn: SignedIn;
  readonly used: UsedSession;
  readonly say: SayDesk;
}

/** Who is signed in, and the way out. */
function Person({ signedIn, used, say }: PersonProps) {
  const common = useCommon();
  const { busy, error, run } = useAction();
  const leave = async (): Promise<void> => {
    await used.signOut();
    forgetDesk();
  };
  const isOwner = signedIn.kind === 'session' && signedIn.person === null;
  return (
    <>
      <Button kind="quiet" busy={busy} onClick={() => run(leave)}>
        <bdi>{isOwner ? say('owner') : signedIn.name}</bdi> · {say('signOut')}
      </Button>
      {error !== null && (
        <span class="small" role="alert">
          {problemText(error, common.say)}
        </span>
      )}
    </>
  );
}
