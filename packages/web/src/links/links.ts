/**
 * The links that lead to a wallet: a home's claim link, and the poster at a host's door. What they
 * carry stands behind `#`, so no server and no log of one gets it.
 */

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

/** What a poster's link names; the space by the text of its id. */
interface PosterPlace extends Omit<PosterLink, 'kind' | 'space'> {
  readonly space: string;
}

/** Longer texts are none of these; nothing longer is looked at. */
const CHARACTERS_MAX = 600;
const LINK = /^(https?:\/\/[^\s/#?]+)\/(claim|here)#(\S+)$/u;

/** The space whose id a text is; null: it is none. */
export function parseSpace(text: string): SpaceId | null {
  try {
    return spaceId.parse(text);
  } catch {
    return null;
  }
}

/** The text of a claim link. */
export function claimText({ url, code, space }: Omit<ClaimLink, 'kind'>): string {
  return `${url}/claim#${code}.${space}`;
}

/** The text of a poster's link: a bare camera opens a page that explains. */
export function posterText({ url, space, venue }: PosterPlace): string {
  return `${url}/here#${space}.${venue}`;
}

/** Reads what follows `/claim#`: a code and the home's space id. */
export function parseClaimFragment(url: string, fragment: string): ClaimLink | null {
  const [, code, id] = /^([A-Za-z0-9_-]{4,100})\.([A-Za-z0-9_-]{43})$/u.exec(fragment) ?? [];
  const space = id === undefined ? null : parseSpace(id);
  return code === undefined || space === null ? null : { kind: 'claim', url, code, space };
}

/** Reads what follows `/here#`: the host's space id and a venue. */
export function parsePosterFragment(url: string, fragment: string): PosterLink | null {
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
