/** What a visit costs: a consequence of the terms with the host's rate in it. */

import type { Rate } from '../log/entries.js';
import type { Consequence } from './rules.js';
import type { Payment } from './verdict.js';

/** A free visit, and a second scan on the same day. */
export const nothing: Payment = { kind: 'nothing' };

/** `rate` less `percent`, rounded to the minor unit, half up. */
function less(rate: Rate, percent: number): Rate {
  return { amount: Math.round((rate.amount * (100 - percent)) / 100), currency: rate.currency };
}

/** The payment that a consequence comes to at a regular rate. */
export function paymentOf(consequence: Consequence, rate: Rate | null): Payment {
  const note = consequence.note ?? null;
  switch (consequence.kind) {
    case 'regular':
      return { kind: 'regular', rate, note };
    case 'perk':
      return { kind: 'perk', perk: consequence.perk ?? '', rate, note };
    case 'refuse':
      return { kind: 'refused', note };
    case 'discount': {
      const percent = consequence.percent ?? 0;
      const discounted = rate === null ? null : less(rate, percent);
      return { kind: 'discount', percent, rate, discounted, note };
    }
  }
}
