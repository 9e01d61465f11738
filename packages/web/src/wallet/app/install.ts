/** Putting the wallet on the home screen: by the browser's own offer where it makes one. */

import { useEffect, useState } from 'preact/hooks';

/** Chromium's offer (not in any standard's typings). */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

function isOffer(event: Event): event is InstallOffer {
  return 'prompt' in event && typeof event.prompt === 'function';
}

let offer: InstallOffer | null = null;
const listeners = new Set<() => void>();

function set(next: InstallOffer | null): void {
  offer = next;
  for (const tell of listeners) tell();
}

/** Listens from the start: the offer comes once, perhaps before anything is shown. */
export function listenForInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (isOffer(event)) set(event);
  });
  addEventListener('appinstalled', () => set(null));
}

/**
 * `offer`: a button can install it. `ios`: the person has to, by the share menu. `none`: it is
 * installed, or cannot be.
 */
export type Install =
  | { readonly kind: 'offer'; readonly run: () => void }
  | { readonly kind: 'ios' }
  | { readonly kind: 'none' };

/** Whether this is Safari on a phone or tablet, in a tab: only there the property is false. */
export function isIosTab(): boolean {
  return 'standalone' in navigator && navigator.standalone === false;
}

/** How the wallet can be put on the home screen. */
export function useInstall(): Install {
  const [, setRound] = useState(0);
  useEffect(() => {
    const tell = (): void => setRound((round) => round + 1);
    listeners.add(tell);
    return () => void listeners.delete(tell);
  }, []);
  if (offer !== null) {
    const made = offer;
    const run = (): void => {
      // An offer can be taken once only.
      set(null);
      void made.prompt().catch(() => undefined);
    };
    return { kind: 'offer', run };
  }
  return isIosTab() ? { kind: 'ios' } : { kind: 'none' };
}
