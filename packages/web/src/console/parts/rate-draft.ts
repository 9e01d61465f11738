/** The regular rate as it is typed, and as a profile says it. */

import type { Rate } from '@covisa/protocol';
import { amountText, isCurrency, parseAmount } from '../../i18n/amounts.js';

/** What a profile takes at most, in minor units. */
const RATE_MAX = 100_000_000;

export interface RateDraft {
  readonly amount: string;
  readonly currency: string;
}

/** What a profile says, to be edited. */
export function rateDraft(rate: Rate | null, language: string): RateDraft {
  if (rate === null) return { amount: '', currency: '' };
  const { amount, currency } = rate;
  return { amount: amountText(amount, currency, language), currency };
}

/** The rate, null for none; or the field that is wrong. */
export function parseRate(
  draft: RateDraft,
): { readonly rate: Rate | null } | { readonly wrong: 'amount' | 'currency' } {
  if (draft.amount.trim() === '') return { rate: null };
  const currency = draft.currency.trim().toUpperCase();
  if (!isCurrency(currency)) return { wrong: 'currency' };
  const amount = parseAmount(draft.amount, currency);
  return amount === null || amount > RATE_MAX
    ? { wrong: 'amount' }
    : { rate: { amount, currency } };
}
