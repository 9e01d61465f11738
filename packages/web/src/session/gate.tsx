/** Shows a page to those who may use it, and to others the way in. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useCommon } from '../ui/common.js';
import { Loading } from '../ui/notice.js';
import { Problem } from '../ui/problem.js';
import { useWords } from '../ui/use-words.js';
import { PairDevice } from './pair-device.js';
import { mayAct, type Role, type SessionView, type SignedIn } from './session.js';
import { SignIn } from './sign-in.js';
import type { UsedSession } from './use-session.js';
import { loadSessionWords } from './words/load.js';
import { WrongRole } from './wrong-role.js';
import './session.css';

interface Props {
  readonly used: UsedSession;
  /** The role that the page needs. */
  readonly needs: Role;
  /** A pairing code from the link that was opened; null or missing: none. */
  readonly pairingCode?: string | null;
  readonly children: (signedIn: SignedIn, view: SessionView) => ComponentChildren;
}

/** The gate of a page. */
export function Gate({ used, needs, pairingCode = null, children }: Props) {
  const common = useCommon();
  const say = useWords(loadSessionWords);
  const [isPairing, setPairing] = useState(pairingCode !== null);
  const { loaded, take, reload } = used;
  if (loaded.state === 'failed') return <Problem error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading' || say === null) return <Loading text={common.say('loading')} />;
  const view = loaded.value;
  if (isPairing) {
    const finish = (paired: SessionView | null): void => {
      if (paired !== null) take(paired);
      setPairing(false);
    };
    return <PairDevice say={say} code={pairingCode} onDone={finish} />;
  }
  const { signedIn } = view;
  if (signedIn !== null && mayAct(signedIn, needs)) return <>{children(signedIn, view)}</>;
  if (signedIn !== null) return <WrongRole say={say} signedIn={signedIn} used={used} />;
  return (
    <SignIn say={say} view={view} needs={needs} onDone={take} onPair={() => setPairing(true)} />
  );
}
