/** The part of a visa that the terms speak of. */

import type { VisaClaims } from '../visa/claims.js';
import type { JudgedVisa } from './verdict.js';

/** What `judge` needs of a visa's claims. A visa without a holder key is static. */
export function judgedVisa(claims: VisaClaims): JudgedVisa {
  return {
    visaYearStart: claims.yearStart,
    memberSince: claims.memberSince,
    plan: claims.plan,
    ask: claims.ask,
    static: claims.holderKey === null,
    expiresAt: claims.expiresAt,
  };
}
