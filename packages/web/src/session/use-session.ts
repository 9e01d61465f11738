/** The session of this browser as a component's state. */

import { useState } from 'preact/hooks';
import { type Loaded, useLoad } from '../ui/load.js';
import { type SessionView, session } from './session.js';

export interface UsedSession {
  readonly loaded: Loaded<SessionView>;
  /** Takes what the node answered to a sign-in, to the end of a session, or to pairing. */
  readonly take: (view: SessionView) => void;
  /** Asks the node again: after a call that it refused for want of a session. */
  readonly reload: () => void;
  /** Signs out; the device stays paired. @throws Unreachable; Refused */
  readonly signOut: () => Promise<void>;
}

/** The session, asked for when the component is first shown. */
export function useSession(): UsedSession {
  const { loaded, reload } = useLoad(session.read, []);
  const [taken, setTaken] = useState<SessionView | null>(null);
  return {
    loaded: taken === null ? certain(loaded) : { state: 'ready', value: taken },
    take: setTaken,
    reload() {
      // The answer before is shown until there is one: a gate would choose its form by an old one.
      void session.read().then(setTaken, () => {
        setTaken(null);
        reload();
      });
    },
    async signOut() {
      setTaken(await session.end());
    },
  };
}

/** Who was signed in may be no longer: what could not be asked again is not known. */
function certain(loaded: Loaded<SessionView>): Loaded<SessionView> {
  const isStale = loaded.state === 'ready' && loaded.error !== undefined;
  return isStale ? { state: 'failed', error: loaded.error } : loaded;
}
