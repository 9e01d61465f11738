/** Whether nobody uses the page at present. */

import { useCallback, useEffect, useRef } from 'preact/hooks';
import { nowMilliseconds } from './clock.js';

/** The way to ask whether nothing was touched or typed for some milliseconds. */
export function useIdle(milliseconds: number): () => boolean {
  const touchedAt = useRef(nowMilliseconds());
  useEffect(() => {
    const touch = (): void => {
      touchedAt.current = nowMilliseconds();
    };
    addEventListener('pointerdown', touch, { passive: true });
    addEventListener('keydown', touch, { passive: true });
    return () => {
      removeEventListener('pointerdown', touch);
      removeEventListener('keydown', touch);
    };
  }, []);
  return useCallback(() => nowMilliseconds() - touchedAt.current > milliseconds, [milliseconds]);
}
