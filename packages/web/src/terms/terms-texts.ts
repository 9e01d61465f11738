/**
 * Terms and offers in the protocol's own sentences, put together by what a visiting member asks.
 */

import {
  type Catalogue,
  describeOffer,
  describeTerms,
  type Offer,
  offer as offerShape,
  type SpaceId,
  type Terms,
  terms as termsShape,
} from '@covisa/protocol';

/** Sentences, each for itself. */
export type Sentences = readonly string[];

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

/** The rules by what they are about; all others hold between the spaces. */
const PARTS = {
  free: ['allowances', 'after', 'consecutive', 'agreements'],
  who: ['eligible', 'distance', 'party', 'staticVisas', 'photoId', 'plans', 'waive', 'refuses'],
  when: ['notice', 'hours', 'blackout', 'capacity', 'halfDays', 'dayBoundary'],
  included: ['amenities'],
} as const;
type Part = keyof typeof PARTS;
const IN_PARTS: ReadonlySet<string> = new Set(Object.values(PARTS).flat());

/** The rules with these names only; the shape of the whole makes sure of what is left. */
function rulesIn(rules: Offer | Terms, isIn: (name: string) => boolean): object {
  return Object.fromEntries(Object.entries(rules).filter(([name]) => isIn(name)));
}

function partTexts(rules: Offer | Terms, part: Part, catalogue: Catalogue): Sentences {
  const names: ReadonlySet<string> = new Set(PARTS[part]);
  return describeOffer(offerShape.parse(rulesIn(rules, (name) => names.has(name))), catalogue);
}

function partsOf(rules: Offer | Terms, catalogue: Catalogue): Omit<TermsTexts, 'between'> {
  return {
    free: partTexts(rules, 'free', catalogue),
    who: partTexts(rules, 'who', catalogue),
    when: partTexts(rules, 'when', catalogue),
    included: partTexts(rules, 'included', catalogue),
  };
}

const isBetween = (name: string): boolean => !IN_PARTS.has(name);

/** A programme's terms in plain words. */
export function termsTexts(terms: Terms, catalogue: Catalogue): TermsTexts {
  const between = termsShape.parse(rulesIn(terms, isBetween));
  return { ...partsOf(terms, catalogue), between: describeTerms(between, catalogue) };
}

/** How a space is called; its id where its name is not known. */
export type NameOf = (space: SpaceId) => string;

/** Sentences with the names of spaces instead of their ids. */
function named(sentences: Sentences, spaces: readonly SpaceId[], nameOf: NameOf): Sentences {
  return sentences.map((sentence) =>
    spaces.reduce((text, space) => text.replaceAll(space, () => nameOf(space)), sentence),
  );
}

/** One space's own offer in plain words; what it does not mention is as in the terms. */
export function offerTexts(offer: Offer, catalogue: Catalogue, nameOf: NameOf): TermsTexts {
  const spaces = [...(offer.agreements ?? []), ...(offer.refuses ?? [])].map(({ space }) => space);
  const { free, who, ...others } = partsOf(offer, catalogue);
  return {
    ...others,
    free: named(free, spaces, nameOf),
    who: named(who, spaces, nameOf),
    between: describeOffer(offerShape.parse(rulesIn(offer, isBetween)), catalogue),
  };
}
