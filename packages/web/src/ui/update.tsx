/**
 * The service worker from the page's side: registers it, and offers a new version by a prompt. A
 * kiosk that nobody watches passes `isIdle`, and takes the new version by itself while it is idle.
 */

import { useEffect, useRef, useState } from 'preact/hooks';
import { every } from '../platform/clock.js';
import { Button } from './button.js';
import { useCommon } from './common.js';

/** How often a page that stays open asks for a new version. */
const POLL_MILLISECONDS = 30 * 60_000;

interface Props {
  /** Whether a reload would disturb nobody now; missing: only the person decides. */
  readonly isIdle?: () => boolean;
}

/** How often a page that nobody watches looks whether it is idle. */
const IDLE_LOOK_MILLISECONDS = 10_000;

/** A new version: its worker waits, or it has taken over already, as another tab agreed. */
type Update = { readonly waiting: ServiceWorker | null };

/** The prompt; nothing is shown while the page is up to date. */
export function UpdatePrompt({ isIdle }: Props) {
  const { say } = useCommon();
  const [update, setUpdate] = useState<Update | null>(null);
  useEffect(() => follow(setUpdate), []);
  // Asked anew at each look: a page that renders often must not begin its wait again each time.
  const asksIdle = useRef(isIdle);
  asksIdle.current = isIdle;
  useEffect(() => {
    if (update === null) return;
    return every(IDLE_LOOK_MILLISECONDS, () => asksIdle.current?.() && take(update));
  }, [update]);
  if (update === null) return null;
  return (
    <div class="toast no-print" role="status">
      <span>{say('updateReady')}</span>
      <Button kind="link" onClick={() => take(update)}>
        {say('updateNow')}
      </Button>
    </div>
  );
}

/** The page is loaded anew by the new version. */
function take({ waiting }: Update): void {
  // Another tab may have agreed just now: then no change of the controller need come any more.
  if (waiting === null || waiting.state !== 'installed') {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  });
  waiting.postMessage('take-over');
}

/** Calls `found` with each new version. What is returned ends it. */
function follow(found: (update: Update) => void): () => void {
  if (!('serviceWorker' in navigator) || !isSecureContext) return () => undefined;
  const workers = navigator.serviceWorker;
  let stop = (): void => undefined;
  let isControlled = workers.controller !== null;
  const changed = (): void => {
    // The first version of all takes over by itself: nothing older is shown.
    if (isControlled) found({ waiting: null });
    isControlled = true;
  };
  workers.addEventListener('controllerchange', changed);
  void workers.register('/sw.js').then(
    (registration) => {
      const look = (): void => {
        const { waiting } = registration;
        if (waiting && workers.controller) found({ waiting });
      };
      look();
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', look);
      });
      stop = every(POLL_MILLISECONDS, () => void registration.update().catch(() => undefined));
    },
    () => undefined,
  );
  return () => {
    workers.removeEventListener('controllerchange', changed);
    stop();
  };
}
