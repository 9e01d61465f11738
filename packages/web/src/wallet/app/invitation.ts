/** What brought the person here: a claim link's code, which leaves the address line at once. */

import { takeFragment } from '../../ui/route.js';
import { type ClaimLink, parseClaimFragment } from '../home/links.js';

/** `torn`: the page was opened at the claim link's path, and the code is missing or cut off. */
export type Invitation = ClaimLink | 'torn' | null;

/** Reads the invitation at `/claim`; null at the wallet's own path. */
export function takeInvitation(): Invitation {
  if (location.pathname !== '/claim') return null;
  const fragment = takeFragment();
  return parseClaimFragment(location.origin, fragment) ?? 'torn';
}

/** From here on the page is the wallet, also when it is loaded again. */
export function leaveClaimPath(): void {
  if (location.pathname === '/claim') history.replaceState(null, '', '/wallet');
}
