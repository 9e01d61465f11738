/** What holds between the spaces of a programme: reciprocity, outages, late entries, changes. */

import type { RuleFamily, Terms } from '@covisa/protocol';
import { listText } from '../i18n/formats.js';
import { joined, type Sentences, type TermsSpeaker, textsOf, windowText } from './speaker.js';

type Rule<F extends keyof Terms> = NonNullable<Terms[F]>;

const FAMILIES = {
  allowances: 'familyAllowances',
  after: 'familyAfter',
  consecutive: 'familyConsecutive',
  distance: 'familyDistance',
  eligible: 'familyEligible',
  notice: 'familyNotice',
  hours: 'familyHours',
  blackout: 'familyBlackout',
  capacity: 'familyCapacity',
  party: 'familyParty',
  halfDays: 'familyHalfDays',
  staticVisas: 'familyStaticVisas',
  offline: 'familyOffline',
} as const satisfies Readonly<Record<RuleFamily, string>>;
const OVERSPEND = {
  host: 'overspendHost',
  home: 'overspendHome',
  member: 'overspendMember',
} as const;

/** Families of rules, as a list of their names. */
export function familiesText(
  families: readonly RuleFamily[],
  { language, say }: TermsSpeaker,
): string {
  return listText(
    language,
    families.map((one) => say(FAMILIES[one])),
  );
}

/** The limits of a host that cannot ask the home. */
export function offlineTexts(rule: Rule<'offline'>, { say }: TermsSpeaker): Sentences {
  return [
    ...textsOf(rule.homeAgeHours, ({ upper }) =>
      say('offlineAge', { hours: say('hours', { count: upper }) }),
    ),
    ...textsOf(rule.freePerHomeAndDay, ({ upper }) => say('offlineFree', { count: upper })),
  ];
}

function lateEntryText({ days, correctWithinHours }: Rule<'lateEntry'>, { say }: TermsSpeaker) {
  return joined(
    say('lateEntry', { days: say('days', { count: days }) }),
    correctWithinHours === undefined
      ? ''
      : say('correct', { hours: say('hours', { count: correctWithinHours }) }),
  );
}

function changesTexts(changes: Rule<'changes'>, { say }: TermsSpeaker): Sentences {
  const days = (count: number) => ({ days: say('days', { count }) });
  return [
    ...textsOf(changes.termsNoticeDays, (count) => say('termsNotice', days(count))),
    ...textsOf(changes.leavingNoticeDays, (count) => say('leavingNotice', days(count))),
  ];
}

/** What holds between the spaces. */
export function programmeTexts(terms: Terms, speaker: TermsSpeaker): Sentences {
  const { say } = speaker;
  return [
    say(terms.reciprocity === 'min' ? 'reciprocityMin' : 'reciprocityHost'),
    ...textsOf(terms.homeShare, ({ percent, window }) =>
      say('homeShare', { percent, window: windowText(window, speaker) }),
    ),
    ...textsOf(terms.offline, (one) => offlineTexts(one, speaker)),
    ...textsOf(terms.overspend, (one) => say(OVERSPEND[one])),
    ...textsOf(terms.lateEntry, (one) => lateEntryText(one, speaker)),
    ...textsOf(terms.noShows, (one) => say(one === 'count' ? 'noShowsCount' : 'noShowsFree')),
    ...textsOf(terms.changes, (one) => changesTexts(one, speaker)),
    ...textsOf(terms.marketing, (one) => say(one === 'home' ? 'marketingHome' : 'marketingAsked')),
    ...textsOf(terms.hostDecides, (families) =>
      families.length === 0
        ? []
        : say('hostDecides', { families: familiesText(families, speaker) }),
    ),
  ];
}
