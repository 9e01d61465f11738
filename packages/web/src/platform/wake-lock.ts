/** Keeps the screen awake while something on it is to be seen. */

import { useEffect } from 'preact/hooks';

/** Holds the screen awake while `isWanted`, where the browser can; taken anew after each pause. */
export function useWakeLock(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || !('wakeLock' in navigator)) return;
    let held: WakeLockSentinel | null = null;
    let isOver = false;
    const take = async (): Promise<void> => {
      if (document.hidden) return;
      const lock = await navigator.wakeLock.request('screen');
      if (isOver) await lock.release();
      else held = lock;
    };
    // A device that saves its battery refuses: the page works on, and the screen goes dark.
    const again = (): void => void take().catch(() => undefined);
    again();
    document.addEventListener('visibilitychange', again);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', again);
      void held?.release().catch(() => undefined);
    };
  }, [isWanted]);
}
