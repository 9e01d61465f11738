/** Why a host did not check the member in by itself, in the page's language. Pure. */

import {
  type Catalogue,
  type HostAnswer,
  REASON_CODES,
  type Reason,
  type ReasonCode,
  reasonSentence,
} from '@covisa/protocol';

function isKnown(code: string): code is ReasonCode {
  return REASON_CODES.some((known) => known === code);
}

/**
 * The sentence for the reason that decided; null where it cannot be told: the host's own English
 * sentence is all there is then. The answer is another node's, so nothing in it is relied on.
 */
export function whyNotAlone({ verdict }: HostAnswer, words: Catalogue): string | null {
  const [first] = verdict.reasons;
  if (first === undefined || !isKnown(first.code)) return null;
  const { rule, parameters } = first;
  const reason: Reason = { code: first.code, rule, parameters };
  try {
    return reasonSentence(reason, words);
  } catch {
    return null;
  }
}
