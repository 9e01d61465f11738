/** Who may come: plans, distance, company, printed visas, photo ID. */

import type { Terms } from '@covisa/protocol';
import { distanceText, listText, moneyText } from '../i18n/formats.js';
import { otherwiseText, plansText } from './free-texts.js';
import { joined, periodText, type Sentences, type TermsSpeaker, textsOf } from './speaker.js';

type Rule<F extends keyof Terms> = NonNullable<Terms[F]>;

const STATIC = { allowed: 'staticAllowed', pay: 'staticPay', refuse: 'staticRefuse' } as const;
const PHOTO = { never: 'photoNever', static: 'photoStatic', always: 'photoAlways' } as const;

function eligibleTexts(rule: Rule<'eligible'>, speaker: TermsSpeaker): Sentences {
  const { language, say } = speaker;
  const otherwise = otherwiseText(rule.otherwise, speaker);
  const { plans, membership, price } = rule;
  const prices = (price ?? []).map((one) => moneyText(language, one));
  return [
    ...textsOf(plans, (one) => say('eligiblePlans', { plans: plansText(one, speaker) })),
    ...textsOf(membership, (one) => say('membership', { period: periodText(one, speaker) })),
    ...textsOf(price, () => say('price', { price: listText(language, prices, 'disjunction') })),
  ].map((sentence) => joined(sentence, otherwise));
}

function distanceSentence(rule: Rule<'distance'>, speaker: TermsSpeaker): string {
  const { language, say } = speaker;
  const pairs = rule.waivedPairs?.length ?? 0;
  return joined(
    say('distance', { distance: distanceText(language, rule.km * 1000) }),
    pairs === 0 ? '' : say('distanceWaived', { count: pairs }),
    otherwiseText(rule.otherwise, speaker),
  );
}

function partyText(rule: Rule<'party'>, speaker: TermsSpeaker): string {
  const { language, say } = speaker;
  const { adults, children, companions, otherwise } = rule;
  const others =
    otherwise === 'pay' || otherwise === 'refuse'
      ? otherwiseText(otherwise, speaker)
      : say('othersPay');
  if (companions === 0) return joined(say('partyNobody'), others);
  const people = [
    ...textsOf(adults, (count) => say('adults', { count })),
    ...textsOf(children, (count) => say('children', { count })),
    ...textsOf(companions, (count) => say('companions', { count })),
  ];
  return joined(say('party', { people: listText(language, people) }), others);
}

/** The rules of which these are the sentences. */
type MemberRules = Pick<Terms, 'eligible' | 'distance' | 'party' | 'staticVisas' | 'photoId'>;

/** Who may come, and what it shows. */
export function memberTexts(rules: MemberRules, speaker: TermsSpeaker): Sentences {
  const { say } = speaker;
  return [
    ...textsOf(rules.eligible, (one) => eligibleTexts(one, speaker)),
    ...textsOf(rules.distance, (one) => distanceSentence(one, speaker)),
    ...textsOf(rules.party, (one) => partyText(one, speaker)),
    ...textsOf(rules.staticVisas, (one) => say(STATIC[one])),
    ...textsOf(rules.photoId, (one) => say(PHOTO[one])),
  ];
}
