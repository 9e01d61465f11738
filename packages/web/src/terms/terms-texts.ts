/** Terms and offers in plain words, in the order in which a visiting member asks. */

import type { Agreement, Offer, SpaceId, Terms } from '@covisa/protocol';
import { dateText, listText } from '../i18n/formats.js';
import { freeTexts } from './free-texts.js';
import { memberTexts } from './member-texts.js';
import { familiesText, offlineTexts, programmeTexts } from './programme-texts.js';
import { joined, type Sentences, type TermsSpeaker, textsOf } from './speaker.js';
import { timeTexts } from './time-texts.js';

/** Terms as sentences by what they are about; every sentence holds at once. */
export interface TermsTexts {
  /** What is free, and what follows. */
  readonly free: Sentences;
  readonly who: Sentences;
  readonly when: Sentences;
  readonly included: Sentences;
  /** What holds between the spaces: for owners more than for members. */
  readonly between: Sentences;
}

function includedTexts(rules: Pick<Terms, 'amenities'>, speaker: TermsSpeaker): Sentences {
  const { language, say } = speaker;
  const things = (names: Sentences) => ({ things: listText(language, names) });
  return textsOf(rules.amenities, ({ included, excluded }) => [
    ...(included.length === 0 ? [] : [say('included', things(included))]),
    ...(excluded.length === 0 ? [] : [say('excluded', things(excluded))]),
  ]);
}

/** A programme's terms in plain words. */
export function termsTexts(terms: Terms, speaker: TermsSpeaker): TermsTexts {
  return {
    free: freeTexts(terms, speaker),
    who: memberTexts(terms, speaker),
    when: timeTexts(terms, speaker),
    included: includedTexts(terms, speaker),
    between: programmeTexts(terms, speaker),
  };
}

/** How a space is called; its id where its name is not known. */
export type NameOf = (space: SpaceId) => string;

function agreementTexts(one: Agreement, speaker: TermsSpeaker, nameOf: NameOf): Sentences {
  const { language, say } = speaker;
  const { from, until, waive = [] } = one;
  const space = nameOf(one.space);
  const dates = joined(
    from === undefined ? '' : say('from', { date: dateText(language, from) }),
    until === undefined ? '' : say('until', { date: dateText(language, until) }),
  );
  const waived =
    waive.length === 0 ? [] : [say('waived', { families: familiesText(waive, speaker) })];
  return [...freeTexts(one, speaker), ...waived].map((sentence) =>
    dates === ''
      ? say('agreement', { space, sentence })
      : say('agreementDates', { space, dates, sentence }),
  );
}

/** One space's own offer in plain words; what it does not mention is as in the terms. */
export function offerTexts(offer: Offer, speaker: TermsSpeaker, nameOf: NameOf): TermsTexts {
  const { say } = speaker;
  const { waive = [], agreements = [], refuses = [], offline } = offer;
  return {
    free: [
      ...freeTexts(offer, speaker),
      ...agreements.flatMap((one) => agreementTexts(one, speaker, nameOf)),
    ],
    who: [
      ...memberTexts(offer, speaker),
      ...(waive.length === 0 ? [] : [say('waived', { families: familiesText(waive, speaker) })]),
      ...refuses.map(({ space, reason }) => say('refused', { space: nameOf(space), reason })),
    ],
    when: timeTexts(offer, speaker),
    included: includedTexts(offer, speaker),
    between: textsOf(offline, (one) => offlineTexts(one, speaker)),
  };
}
