/** Terms and offers in plain words: what an owner signs and a member reads. */

import type { Catalogue } from './catalogue.js';
import { rulesTexts } from './plain-rules.js';
import {
  joined,
  otherwiseText,
  type Sentences,
  type Speaker,
  speakerOf,
  text,
} from './plain-texts.js';
import { windowText } from './sentences.js';
import type { Agreement, Offer, RuleFamily, Terms } from './terms.js';
import { ENGLISH } from './words/english.js';

const OVERSPEND = {
  host: 'overspendHost',
  home: 'overspendHome',
  member: 'overspendMember',
} as const;
const NO_SHOWS = { count: 'noShowsCount', free: 'noShowsFree' } as const;
const MARKETING = { home: 'marketingHome', 'home-and-host-if-asked': 'marketingAsked' } as const;

function homeShareText(rule: NonNullable<Terms['homeShare']>, speaker: Speaker): string {
  const window = windowText(rule.window, speaker.catalogue);
  return joined(
    speaker.say('homeShare', { percent: rule.percent, window }),
    otherwiseText(rule.otherwise, speaker),
  );
}

function lateEntryText(rule: NonNullable<Terms['lateEntry']>, { say }: Speaker): string {
  const { days, correctWithinHours: hours } = rule;
  return joined(
    say('lateEntry', { count: days }),
    hours === undefined ? '' : say('correct', { count: hours }),
  );
}

function changesTexts(rule: NonNullable<Terms['changes']>, { say }: Speaker): Sentences {
  return [
    ...text(rule.termsNoticeDays, (count) => say('termsNotice', { count })),
    ...text(rule.leavingNoticeDays, (count) => say('leavingNotice', { count })),
  ];
}

function familiesText(families: readonly RuleFamily[], { names }: Speaker): string {
  return families.map((family) => names.families[family]).join(', ');
}

function programmeTexts(terms: Terms, speaker: Speaker): Sentences {
  const { say } = speaker;
  return [
    say(terms.reciprocity === 'min' ? 'reciprocityMin' : 'reciprocityHost'),
    ...text(terms.homeShare, (one) => homeShareText(one, speaker)),
    ...text(terms.overspend, (one) => say(OVERSPEND[one])),
    ...text(terms.lateEntry, (one) => lateEntryText(one, speaker)),
    ...text(terms.noShows, (one) => say(NO_SHOWS[one])),
    ...text(terms.changes, (one) => changesTexts(one, speaker)),
    ...text(terms.marketing, (one) => say(MARKETING[one])),
    ...text(terms.hostDecides, (families) =>
      families.length === 0
        ? []
        : say('hostDecides', { families: familiesText(families, speaker) }),
    ),
  ];
}

/**
 * The terms as sentences, for owners and members. Free days are not carried over, and every
 * sentence holds at once.
 */
export function describeTerms(terms: Terms, catalogue: Catalogue = ENGLISH): Sentences {
  const speaker = speakerOf(catalogue);
  return [...rulesTexts(terms, speaker), ...programmeTexts(terms, speaker)];
}

function waivedTexts(waive: Offer['waive'], speaker: Speaker): Sentences {
  if (waive === undefined || waive.length === 0) return [];
  return [speaker.say('waived', { families: familiesText(waive, speaker) })];
}

function agreementText(agreed: Agreement, sentence: string, { say, catalogue }: Speaker): string {
  const { space } = agreed;
  const from = agreed.from === undefined ? null : catalogue.formats.date(agreed.from);
  const until = agreed.until === undefined ? null : catalogue.formats.date(agreed.until);
  if (from !== null && until !== null) {
    return say('agreementBetween', { space, from, until, sentence });
  }
  if (from !== null) return say('agreementFrom', { space, from, sentence });
  if (until !== null) return say('agreementUntil', { space, until, sentence });
  return say('agreement', { space, sentence });
}

function agreementTexts(agreed: Agreement, speaker: Speaker): Sentences {
  const { allowances, after, consecutive } = agreed;
  const rules = {
    ...(allowances && { allowances }),
    ...(after && { after }),
    ...(consecutive && { consecutive }),
  };
  return [...rulesTexts(rules, speaker), ...waivedTexts(agreed.waive, speaker)].map((sentence) =>
    agreementText(agreed, sentence, speaker),
  );
}

/** One space's offer as sentences; what it does not mention is as in the terms. */
export function describeOffer(offer: Offer, catalogue: Catalogue = ENGLISH): Sentences {
  const speaker = speakerOf(catalogue);
  const { say } = speaker;
  const quoted = (name: string) => say('quoted', { name });
  return [
    ...rulesTexts(offer, speaker),
    ...waivedTexts(offer.waive, speaker),
    ...(offer.agreements ?? []).flatMap((one) => agreementTexts(one, speaker)),
    ...Object.entries(offer.plans ?? {}).map(([own, common]) =>
      say('plan', { own: quoted(own), common: quoted(common) }),
    ),
    ...(offer.refuses ?? []).map(({ space, reason }) => say('refused', { space, reason })),
  ];
}
