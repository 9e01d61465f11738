/** The links that a wallet reads: a home's claim link, and the poster at a host's door. */

import { type SpaceId, spaceId } from '@covisa/protocol';

/** `<node url>/claim#<code>.<space id>` */
export interface ClaimLink {
  readonly kind: 'claim';
  readonly url: string;
  readonly code: string;
  readonly space: SpaceId;
}

/** `<node url>/here#<space id>.<venue>` */
export interface PosterLink {
  readonly kind: 'poster';
  readonly url: string;
  readonly space: SpaceId;
  readonly venue: string;
}

/** Longer texts are none of these; nothing longer is looked at. */
const CHARACTERS_MAX = 600;
const LINK = /^(https?:\/\/[^\s/#?]+)\/(claim|here)#(\S+)$/u;

function parseSpace(text: string): SpaceId | null {
  try {
    return spaceId.parse(text);
  } catch {
    return null;
  }
}

/** Reads what follows `/claim#`: a code and the home's space id. */
export function parseClaimFragment(url: string, fragment: string): ClaimLink | null {
  const [, code, id] = /^([A-Za-z0-9_-]{4,100})\.([A-Za-z0-9_-]{43})$/u.exec(fragment) ?? [];
  const space = id === undefined ? null : parseSpace(id);
  return code === undefined || space === null ? null : { kind: 'claim', url, code, space };
}

function parsePosterFragment(url: string, fragment: string): PosterLink | null {
  const [, id, venue] = /^([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{1,40})$/u.exec(fragment) ?? [];
  const space = id === undefined ? null : parseSpace(id);
  return venue === undefined || space === null ? null : { kind: 'poster', url, space, venue };
}

/** The link that a text is; null for any other text, as a stranger's QR code. */
export function parseLink(text: string): ClaimLink | PosterLink | null {
  const trimmed = text.trim();
  if (trimmed.length > CHARACTERS_MAX) return null;
  const [, url, page, fragment] = LINK.exec(trimmed) ?? [];
  if (url === undefined || fragment === undefined || !URL.canParse(url)) return null;
  return page === 'claim' ? parseClaimFragment(url, fragment) : parsePosterFragment(url, fragment);
}

/**
 * Where the wallet reaches a home from now on, after the home said where it is. A page of a secure
 * origin may call secure addresses only, so another one is not taken.
 */
export function homeAddress(known: string, said: string | null): string {
  return said?.startsWith('https://') ? said.replace(/\/+$/u, '') : known;
}
