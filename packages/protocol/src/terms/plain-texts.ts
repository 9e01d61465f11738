/** The small words that sentences about terms are made of, in the language of a catalogue. */

import {
  type Catalogue,
  fillText,
  type Parameters,
  type TermsPhraseName,
  type TermsPhrases,
} from './catalogue.js';
import type { Consequence, Otherwise, Plans } from './rules.js';
import { phrase } from './sentences.js';

/** What a text consists of. */
export type Sentences = readonly string[];
/** Says one text of the terms. */
export type Say = (name: TermsPhraseName, parameters?: Parameters) => string;

/** What all sentences about terms are said with. */
export interface Speaker {
  readonly catalogue: Catalogue;
  readonly names: TermsPhrases;
  readonly say: Say;
}

/** The way to say the terms in one language. */
export function speakerOf(catalogue: Catalogue): Speaker {
  const { terms, formats } = catalogue;
  return {
    catalogue,
    names: terms,
    say: (name, parameters) => fillText(terms.texts[name], parameters ?? {}, formats),
  };
}

/** The parts that there are, with a space between them. */
export function joined(...parts: Sentences): string {
  return parts.filter((part) => part !== '').join(' ');
}

/** What happens to a visit that breaks a requirement. */
export function otherwiseText(otherwise: Otherwise | undefined, { say }: Speaker): string {
  return say(otherwise === 'refuse' ? 'otherwiseRefuse' : 'otherwisePay');
}

/** Which plans; nothing for all of them. */
export function plansText(plans: Plans | undefined, { say }: Speaker): string {
  const quoted = (names: Sentences) => names.map((name) => say('quoted', { name })).join(', ');
  return joined(
    plans?.only === undefined ? '' : say('plansOnly', { plans: quoted(plans.only) }),
    plans?.except === undefined ? '' : say('plansExcept', { plans: quoted(plans.except) }),
  );
}

/** What follows the free days. */
export function consequenceText(after: Consequence, { catalogue, say }: Speaker): string {
  const note = after.note === undefined ? '' : `(${after.note})`;
  const regular = phrase(catalogue, 'regular');
  switch (after.kind) {
    case 'regular':
      return joined(regular, note);
    case 'discount':
      return joined(phrase(catalogue, 'discount', { percent: after.percent ?? 0 }), note);
    case 'perk':
      return joined(phrase(catalogue, 'perk', { payment: regular, perk: after.perk ?? '' }), note);
    case 'refuse':
      return joined(say('noFurtherVisits'), note);
  }
}

/** Minutes after midnight on a wall clock: `08:00`. */
export function clockText(minutes: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
}

/** The sentences of a rule, none if there is no rule. */
export function text<R>(rule: R | undefined, describe: (rule: R) => string | Sentences): Sentences {
  if (rule === undefined) return [];
  const described = describe(rule);
  return typeof described === 'string' ? [described] : described;
}
