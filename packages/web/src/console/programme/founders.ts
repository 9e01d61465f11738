/** A programme to found as its form holds it, and as the node takes it. */

import type { Terms } from '@covisa/protocol';

export interface FoundingDraft {
  readonly name: string;
  readonly purpose: string;
  /** Addresses of nodes or ids of spaces, one a line. */
  readonly founders: string;
  /** Votes that later rosters need, as it is typed; empty: the default rule. */
  readonly threshold: string;
  /** Endorsements that admit a space, as it is typed. */
  readonly endorsements: string;
  readonly terms: Terms;
}

interface Founding {
  readonly name: string;
  readonly purpose: string;
  readonly terms: Terms;
  readonly founders: readonly string[];
  /** Missing: the default rule. */
  readonly threshold?: number;
  readonly endorsements: number;
}

/** Each of the other founders once. */
export function foundersOf(text: string): readonly string[] {
  const founders = text.split(/[\s,;]+/u).filter((one) => one !== '');
  return [...new Set(founders)];
}

/** The first that is neither an address nor an id of 32 bytes in base64url; null: there is none. */
export function wrongFounder(text: string): string | null {
  const isAddress = (one: string): boolean =>
    /^https?:\/\/\S{1,190}$/u.test(one) && URL.canParse(one);
  const isId = (one: string): boolean => /^[\w-]{42}[AEIMQUYcgkosw048]$/u.test(one);
  return foundersOf(text).find((one) => !isAddress(one) && !isId(one)) ?? null;
}

/** What the node is asked to found. */
export function foundingOf(draft: FoundingDraft): Founding {
  const threshold = draft.threshold.trim();
  return {
    name: draft.name.trim(),
    purpose: draft.purpose.trim(),
    terms: draft.terms,
    founders: foundersOf(draft.founders),
    ...(threshold !== '' && { threshold: Number(threshold) }),
    endorsements: Number(draft.endorsements),
  };
}
