/** What brought the person here: a claim link's code, which leaves the address line at once. */

import { useEffect, useState } from 'preact/hooks';
import { type ClaimLink, parseClaimFragment } from '../../links/links.js';
import { takeFragment } from '../../ui/route.js';

/** `torn`: the page was opened at the claim link's path, and the code is missing or cut off. */
export type Invitation = ClaimLink | 'torn' | null;

const CLAIM_PATH = '/claim';

/** Reads the invitation at `/claim`; null at the wallet's own path. */
export function takeInvitation(): Invitation {
  if (location.pathname !== CLAIM_PATH) return null;
  const fragment = takeFragment();
  return parseClaimFragment(location.origin, fragment) ?? 'torn';
}

/** From here on the page is the wallet, also when it is loaded again. */
function leaveClaimPath(): void {
  if (location.pathname !== CLAIM_PATH) return;
  history.replaceState(null, '', `/wallet${location.hash}`);
}

/** The invitation that is open, and the way past it. */
export function useInvitation(first: Invitation): readonly [Invitation, () => void] {
  const [invitation, setInvitation] = useState(first);
  const leave = (): void => {
    leaveClaimPath();
    setInvitation(null);
  };
  useEffect(() => {
    const follow = (): void => {
      // Another claim link in the same tab changes nothing but what stands after the `#`.
      const isRoute = location.hash === '' || location.hash.startsWith('#/');
      if (isRoute) leave();
      else if (location.pathname === CLAIM_PATH) setInvitation(takeInvitation());
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [invitation, leave];
}
