/**
 * What a catalogue is: the texts of a language as data, and how that language writes numbers, dates
 * and money. English comes with the package; every other language is a module of its own (words/),
 * so that a page loads the one that it shows.
 */

import type { Formats } from './formats.js';
import type { AssumptionCode, ReasonCode } from './reasons.js';
import type { RuleFamily } from './terms.js';
import type { PHRASES } from './words/english.js';
import type { TERMS_TEXTS } from './words/english-terms.js';

type PluralCategory = Exclude<Intl.LDMLPluralRule, 'other'>;

/**
 * A text by plural category (Unicode CLDR); `other` serves where no other fits. The parameter `by`
 * chooses, `count` where it is missing.
 */
export interface Forms extends Readonly<Partial<Record<PluralCategory, string>>> {
  readonly by?: string;
  readonly other: string;
}

/** One text. `{name}` stands for a parameter. */
export type Text = string | Forms;
export type Parameters = { readonly [name: string]: string | number };

/** What surrounds the reasons of a verdict. */
export type PhraseName = keyof typeof PHRASES;
/** What terms and offers are said with. */
export type TermsPhraseName = keyof typeof TERMS_TEXTS;

/** The texts of terms and offers, and the names that they are made of. */
export interface TermsPhrases {
  readonly texts: { readonly [name in TermsPhraseName]: Text };
  /** Monday first: "on Mondays". */
  readonly weekdays: readonly string[];
  /** Monday first, as "the last of the Mondays of May" says it. */
  readonly weekdaysOfMonth: readonly string[];
  readonly months: readonly string[];
  /** Between things that hold commas themselves. */
  readonly separator: string;
  readonly families: { readonly [family in RuleFamily]: string };
}

/** All texts of a language. */
export interface Catalogue {
  readonly formats: Formats;
  readonly reasons: { readonly [code in ReasonCode]: Text };
  readonly assumptions: { readonly [code in AssumptionCode]: Text };
  readonly phrases: { readonly [name in PhraseName]: Text };
  readonly terms: TermsPhrases;
}

/** A text with its parameters filled in. A parameter that is missing stays visible. */
export function fillText(text: Text, parameters: Parameters, formats: Formats): string {
  return formOf(text, parameters, formats).replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (value === undefined) return whole;
    return typeof value === 'number' ? formats.number(value) : value;
  });
}

function formOf(text: Text, parameters: Parameters, { plural }: Formats): string {
  if (typeof text === 'string') return text;
  const by = text.by ?? 'count';
  const count = Object.hasOwn(parameters, by) ? Number(parameters[by]) : 0;
  const category = plural(count);
  return category === 'other' ? text.other : (text[category] ?? text.other);
}
