/**
 * The service worker from the page's side: registers it, and offers a new version by a prompt. A
 * kiosk that nobody watches passes `isIdle`, and takes the new version by itself while it is idle.
 */

import { useEffect, useState } from 'preact/hooks';
import { every } from '../platform/clock.js';
import { Button } from './button.js';
import { useCommon } from './common.js';

/** How often a page that stays open asks for a new version. */
const POLL_MILLISECONDS = 30 * 60_000;

interface Props {
  /** Whether a reload would disturb nobody now; missing: only the person decides. */
  readonly isIdle?: () => boolean;
}

/** The prompt; nothing is shown while the page is up to date. */
export function UpdatePrompt({ isIdle }: Props) {
  const { say } = useCommon();
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  useEffect(() => follow(setWaiting), []);
  useEffect(() => {
    if (waiting === null || isIdle === undefined) return;
    return every(10_000, () => isIdle() && takeOver(waiting));
  }, [waiting, isIdle]);
  if (waiting === null) return null;
  return (
    <div class="toast no-print" role="status">
      <span>{say('updateReady')}</span>
      <Button kind="link" onClick={() => takeOver(waiting)}>
        {say('updateNow')}
      </Button>
    </div>
  );
}

function takeOver(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  });
  worker.postMessage('take-over');
}

/** Calls `found` with each version that waits. What is returned ends it. */
function follow(found: (worker: ServiceWorker) => void): () => void {
  if (!('serviceWorker' in navigator) || !isSecureContext) return () => undefined;
  let stop = (): void => undefined;
  void navigator.serviceWorker.register('/sw.js').then(
    (registration) => {
      const look = (): void => {
        // The first version of all takes over by itself: nothing older is shown.
        const { waiting } = registration;
        if (waiting && navigator.serviceWorker.controller) found(waiting);
      };
      look();
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', look);
      });
      stop = every(POLL_MILLISECONDS, () => void registration.update().catch(() => undefined));
    },
    () => undefined,
  );
  return () => stop();
}
