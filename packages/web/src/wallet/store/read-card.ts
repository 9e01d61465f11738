/** What stands in a card: its visa's claims, and the home's last answer. */

import {
  parseVisa,
  parseWalletOverview,
  type Seconds,
  type VisaClaims,
  type WalletOverview,
} from '@covisa/protocol';
import type { Card, ClaimedCard } from './cards.js';

const read = new WeakMap<object, WalletOverview | null>();

/** The claims of the card's visa. */
export function claimsOf({ visa }: ClaimedCard): VisaClaims {
  return parseVisa(visa).claims;
}

function parse(raw: object): WalletOverview | null {
  try {
    return parseWalletOverview(raw);
  } catch {
    // Kept by an older version of these pages: the next contact with the home brings a fresh one.
    return null;
  }
}

/** What the home told last; null where it has not, or it cannot be read any more. */
export function overviewOf({ overview: raw }: Card): WalletOverview | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const known = read.get(raw);
  if (known !== undefined) return known;
  const overview = parse(raw);
  read.set(raw, overview);
  return overview;
}

/** What a card is good for at an instant. */
export type CardState = 'good' | 'expired' | 'inactive' | 'replaced' | 'unknown';

/** Whether a desk would take the card's code, as far as this device knows. */
export function cardState(card: ClaimedCard, instant: Seconds): CardState {
  if (card.standing !== 'good') return card.standing;
  return claimsOf(card).expiresAt <= instant ? 'expired' : 'good';
}

/** The home's name, or the beginning of its id where it is not known. */
export function homeName({ home }: Card): string {
  return home.name.trim() === '' ? `${home.space.slice(0, 8)}…` : home.name;
}
