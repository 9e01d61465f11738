/**
 * Typed catalogues: a table of texts a language, with the same names in each. A text is one string,
 * or its forms by plural category; `{name}` stands for a parameter, and `count` chooses the form.
 */

import { type Language, localeOf } from './languages.js';

/** A text's forms by plural category (Unicode CLDR); `other` serves where no other fits. */
export type Forms = { readonly [category in Exclude<Intl.LDMLPluralRule, 'other'>]?: string } & {
  readonly other: string;
};
export type Phrase = string | Forms;
/** The texts of one page in one language. */
export type Table = { readonly [name: string]: Phrase };
/** A table that has all names of another, and no more. */
export type Translation<T extends Table> = { readonly [name in keyof T]: Phrase };
export type Parameters = { readonly [name: string]: string | number };

/** Says a text by its name. */
export type Say<T extends Table> = (name: keyof T & string, parameters?: Parameters) => string;

/** The text of a phrase, its parameters filled in; a parameter that is missing stays visible. */
export function fill(language: Language, phrase: Phrase, parameters: Parameters = {}): string {
  const text = typeof phrase === 'string' ? phrase : form(language, phrase, parameters);
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (value === undefined) return whole;
    if (typeof value !== 'number') return value;
    return new Intl.NumberFormat(localeOf(language)).format(value);
  });
}

function form(language: Language, forms: Forms, { count = 0 }: Parameters): string {
  const category = new Intl.PluralRules(language).select(Number(count));
  return forms[category] ?? forms.other;
}

/** The way to say the texts of a table. */
export function speaker<T extends Table>(language: Language, table: Translation<T>): Say<T> {
  return (name, parameters) => fill(language, table[name], parameters);
}
