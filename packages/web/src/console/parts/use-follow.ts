/** Looks again and again at what changes by itself, as long as somebody is there to see it. */

import type { Seconds } from '@covisa/protocol';
import { useEffect } from 'preact/hooks';
import { every } from '../../platform/clock.js';
import { useIdle } from '../../platform/idle.js';

/** Nobody is there any more: a session must not last for ever by a page that was left open. */
const IDLE_MILLISECONDS = 15 * 60_000;

/** Calls `look` every so many seconds, and when the page is seen again. */
export function useFollow(look: () => void, everySeconds: Seconds): void {
  const isIdle = useIdle(IDLE_MILLISECONDS);
  useEffect(() => {
    const follow = (): void => {
      if (document.visibilityState === 'visible' && !isIdle()) look();
    };
    const stop = every(everySeconds * 1000, follow);
    document.addEventListener('visibilitychange', follow);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', follow);
    };
  }, [look, everySeconds, isIdle]);
}
