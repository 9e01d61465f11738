/** Terms and offers in plain English: what an owner signs and a member reads. */

import { otherwiseText, plural, rulesTexts, type Sentences, text } from './plain-rules.js';
import { windowText } from './sentences.js';
import type { Agreement, Offer, Terms } from './terms.js';

const OVERSPEND_TEXTS = {
  host: 'Free days that were given in excess while nodes were out of reach are the courtesy of the host.',
  home: 'Free days that were given in excess while nodes were out of reach are borne by the home space.',
  member:
    'Free days that were given in excess while nodes were out of reach are paid by the member.',
} as const;

function lateEntryTexts({ days, correctWithinHours }: NonNullable<Terms['lateEntry']>): Sentences {
  const correct =
    correctWithinHours === undefined
      ? ''
      : ` A visit can be corrected within ${plural(correctWithinHours, 'hour')}.`;
  return [
    `A forgotten visit can be entered up to ${plural(days, 'day')} later; free only with the consent of the home space.${correct}`,
  ];
}

function changesTexts(changes: NonNullable<Terms['changes']>): Sentences {
  const { termsNoticeDays: change, leavingNoticeDays: leaving } = changes;
  return [
    ...text(change, (days) => `Changed terms hold ${plural(days, 'day')} after notice.`),
    ...text(leaving, (days) => `A space that leaves hosts for ${plural(days, 'day')} more.`),
  ];
}

function reciprocityText(reciprocity: 'host' | 'min'): string {
  return reciprocity === 'host'
    ? "The host's terms hold."
    : "The host gives what it offers or what the member's home offers, whichever is less.";
}

function programmeTexts(terms: Terms): Sentences {
  const { homeShare } = terms;
  return [
    reciprocityText(terms.reciprocity ?? 'host'),
    ...text(
      homeShare,
      ({ percent, window, otherwise }) =>
        `At least ${percent} % of all visits are at home ${windowText(window)}. ${otherwiseText(otherwise)}`,
    ),
    ...text(terms.overspend, (one) => OVERSPEND_TEXTS[one]),
    ...text(terms.lateEntry, lateEntryTexts),
    ...text(terms.noShows, (one) =>
      one === 'count'
        ? 'A booked visit that nobody turned up for counts.'
        : 'A booked visit that nobody turned up for does not count.',
    ),
    ...text(terms.changes, changesTexts),
    ...text(terms.marketing, (one) =>
      one === 'home'
        ? 'Contact data are used for marketing by the home space only.'
        : 'Contact data are used for marketing by the home space, and by a host that was allowed to.',
    ),
    ...text(terms.hostDecides, (families) =>
      families.length === 0
        ? []
        : [`Each space may decide for itself, even more strictly: ${families.join(', ')}.`],
    ),
  ];
}

/**
 * The terms as sentences, for owners and members. Free days are not carried over, and every
 * sentence holds at once.
 */
export function describeTerms(terms: Terms): Sentences {
  return [...rulesTexts(terms), ...programmeTexts(terms)];
}

function agreementTexts({ space, from, until, ...agreed }: Agreement): Sentences {
  const dates = `${from === undefined ? '' : ` from ${from}`}${until === undefined ? '' : ` until ${until}`}`;
  const waived = agreed.waive?.length ? [`Waived: ${agreed.waive.join(', ')}.`] : [];
  const rules = rulesTexts({
    ...(agreed.allowances && { allowances: agreed.allowances }),
    ...(agreed.after && { after: agreed.after }),
    ...(agreed.consecutive && { consecutive: agreed.consecutive }),
  });
  return [...rules, ...waived].map((one) => `With ${space}${dates}: ${one}`);
}

/** One space's offer as sentences; what it does not mention is as in the terms. */
export function describeOffer(offer: Offer): Sentences {
  const plans = Object.entries(offer.plans ?? {});
  return [
    ...rulesTexts(offer),
    ...(offer.waive?.length ? [`Waived: ${offer.waive.join(', ')}.`] : []),
    ...(offer.agreements ?? []).flatMap(agreementTexts),
    ...plans.map(([own, common]) => `The plan "${own}" here is "${common}" in the programme.`),
    ...(offer.refuses ?? []).map(
      ({ space, reason }) => `Members of ${space} are not accepted: ${reason}`,
    ),
  ];
}
