/** The codes with which the check of a token is refused, and what reception reads for each. */

export const TOKEN_PROBLEM_CODES = [
  'TOKEN_INVALID',
  'TOKEN_TOO_LONG',
  'BASE45_INVALID',
  'CBOR_INVALID',
  'CBOR_NOT_DETERMINISTIC',
  'COSE_INVALID',
  'VISA_INVALID',
  'VISA_EXPIRED',
  'VISA_NOT_YET_VALID',
  'VISA_REVOKED',
  'VISA_FORGED',
  'VISA_STATIC',
  'PRESENTATION_STALE',
  'PRESENTATION_FROM_FUTURE',
  'PRESENTATION_OTHER_HOST',
  'PRESENTATION_OTHER_PURPOSE',
  'PRESENTATION_FORGED',
  'PRESENTATION_USED',
  'SPACE_UNKNOWN',
  'SPACE_LEFT',
  'SPACE_CLOSED',
  'ISSUING_KEY_UNKNOWN',
  'ISSUING_KEY_REVOKED',
  'OWN_MEMBER',
  'NOT_FREE',
  'NOT_FOUND',
] as const;
export type TokenProblemCode = (typeof TOKEN_PROBLEM_CODES)[number];

/** One problem in words. */
export interface TokenProblem {
  /** At most six words. */
  readonly title: string;
  /** What to do, in one or two sentences. */
  readonly advice: string;
}

/** All problems in one language. */
export type TokenProblems = { readonly [code in TokenProblemCode]: TokenProblem };
