/**
 * What a scanned, typed or pasted text is: a visa's code, or something that people hold before a
 * camera by mistake. Pure; nothing is trusted, and nothing is sent before it was looked at here.
 */

import { ProtocolError, parseToken, TOKEN_CHARACTERS_MAX, TOKEN_PREFIX } from '@covisa/protocol';

/** What a foreign text is, by what the person can do about it. */
export type ForeignKind =
  | 'empty'
  | 'too-long'
  | 'torn'
  | 'newer'
  | 'claim-link'
  | 'pairing-link'
  | 'join-link'
  | 'poster'
  | 'honour-link'
  | 'link'
  | 'wifi'
  | 'contact'
  | 'spoken'
  | 'practice'
  /** A real visa while practising: `recognise` itself never says so. */
  | 'real'
  | 'other';

/** What was recognised. */
export type Recognised =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'foreign'; readonly what: ForeignKind; readonly text: string };

/** What the codes of the practice mode begin with. */
export const PRACTICE_PREFIX = 'COVISA PRACTICE: ';

/** Pages of covisa that people show in place of a visa. */
const PAGES: readonly (readonly [RegExp, ForeignKind])[] = [
  [/\/claim#/iu, 'claim-link'],
  [/\/desk#pair\./iu, 'pairing-link'],
  [/\/join(?:#|$)/iu, 'join-link'],
  [/\/here#/iu, 'poster'],
  [/\/honour(?:$|[#?])/iu, 'honour-link'],
];

const FORMS: readonly (readonly [RegExp, ForeignKind])[] = [
  [/^cv[2-9]\d*:/iu, 'newer'],
  [/^covisa:\/\/join/iu, 'join-link'],
  [/^wifi:/iu, 'wifi'],
  [/^(?:begin:vcard|mecard:|bizcard:|mailto:|tel:|smsto:|begin:vcalendar)/iu, 'contact'],
  [/^[a-z0-9]{4}[- ]?[a-z0-9]{4}$/iu, 'spoken'],
];

/**
 * Says what a text is. A token is in capitals, and whole as far as can be seen without its home.
 */
export function recognise(raw: string): Recognised {
  const text = raw.slice(0, 2 * TOKEN_CHARACTERS_MAX).trim();
  if (text === '') return foreign('empty', text);
  if (text.toUpperCase().startsWith(TOKEN_PREFIX)) return asToken(raw.trim().toUpperCase());
  if (text.startsWith(PRACTICE_PREFIX)) return foreign('practice', text);
  if (/^https?:\/\//iu.test(text)) {
    return foreign(PAGES.find(([pattern]) => pattern.test(text))?.[1] ?? 'link', text);
  }
  const form = FORMS.find(([pattern]) => pattern.test(text))?.[1];
  if (form !== undefined) return foreign(form, text);
  return foreign(raw.length > TOKEN_CHARACTERS_MAX ? 'too-long' : 'other', text);
}

function asToken(token: string): Recognised {
  if (token.length > TOKEN_CHARACTERS_MAX) return foreign('too-long', token);
  try {
    parseToken(token);
    return { kind: 'token', token };
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return foreign('torn', token);
  }
}

/** Only the beginning of a foreign text is kept, to be shown. */
function foreign(what: ForeignKind, text: string): Recognised {
  return { kind: 'foreign', what, text: text.slice(0, 80) };
}
