export type { Catalogue, Forms, PhraseName, TermsPhraseName, Text } from './catalogue.js';
export { checkOffer, checkTerms, parseOffer, parseTerms } from './check.js';
export { DEFAULT_TERMS } from './default-terms.js';
export { formatsOf } from './formats.js';
export { usageFreshness } from './freshness.js';
export { isBetterVerdict, judge } from './judge.js';
export { judgedVisa } from './judged-visa.js';
export { formatMoney } from './money.js';
export { paymentOf } from './payment.js';
export { describeOffer, describeTerms } from './plain.js';
export { daysUnder, type ProgrammeDay } from './programme-days.js';
export {
  ASSUMPTIONS,
  type Assumption,
  type AssumptionCode,
  REASON_CODES,
  REASONS,
  type Reason,
  type ReasonClass,
  type ReasonCode,
} from './reasons.js';
export type { Allowance, BlackoutDay, Consequence, Otherwise, Plans } from './rules.js';
export { explainFor, paymentText, reasonSentence, sentence, windowText } from './sentences.js';
export {
  type Agreement,
  type Offer,
  offer,
  RULE_FAMILIES,
  type RuleFamily,
  type Terms,
  terms,
} from './terms.js';
export {
  TOKEN_PROBLEM_CODES,
  type TokenProblem,
  type TokenProblemCode,
  type TokenProblems,
} from './token-problems.js';
export { placesPerDay } from './venue-rules.js';
export type {
  AllowanceLeft,
  HomeDay,
  JudgedGrant,
  JudgedVisa,
  JudgedVisit,
  JudgeInput,
  Left,
  Payment,
  Show,
  Verdict,
  VisitKind,
  VisitRequest,
  Weight,
} from './verdict.js';
export { ENGLISH } from './words/english.js';
