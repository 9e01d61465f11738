/** Searching the directory: by words in any spelling, near a place, open now. Pure. */

import { distanceToListing, type Listing, type Place, type Seconds } from '@covisa/protocol';
import { openState } from './hours.js';

/** A listing that was found. */
export interface Found {
  readonly listing: Listing;
  /** From where the person is to the nearest venue; null where either is not known. */
  readonly metres: number | null;
}

/** What somebody looks for; what is missing is not looked at. */
export interface Search {
  /** Words; each must be found somewhere in the listing. */
  readonly text?: string;
  /** Nearest first. Missing: by name. */
  readonly near?: Place | null;
  /** Open at this instant. */
  readonly openAt?: Seconds | null;
  /** Words for the tags of languages, `de` → `German`, to be found by them. */
  readonly languageName?: (tag: string) => string;
}

/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** A text without case, accents and other marks: `Köpenicker Straße` is `kopenicker strasse`. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðłþı]/gu, (letter) => LETTERS[letter] ?? letter);
}

/** Everything in a listing that can be searched for, folded. */
function haystack(listing: Listing, languageName: (tag: string) => string): string {
  const venues = listing.venues.flatMap(({ name, address, timeZone, amenities }) => [
    name,
    address,
    timeZone.replaceAll(/[/_]/gu, ' '),
    ...amenities,
  ]);
  const languages = listing.languages.flatMap((tag) => [tag, languageName(tag)]);
  const included = listing.offer?.amenities?.included ?? [];
  return fold([listing.name ?? '', ...venues, ...languages, ...included].join('\n'));
}

function isOpen(listing: Listing, instant: Seconds): boolean {
  return listing.venues.some((venue) => {
    const { kind } = openState(venue, instant);
    return kind === 'open' || kind === 'always';
  });
}

/** Names in the order of a dictionary, whatever the case. */
const byName = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

function compare(one: Found, other: Found): number {
  // What has no known place comes last.
  const [near, far] = [one.metres ?? Infinity, other.metres ?? Infinity];
  if (near !== far) return near - far;
  return byName.compare(one.listing.name ?? '', other.listing.name ?? '');
}

/** The listings that fit, nearest first, or by name where no place is given. */
export function searchListings(listings: readonly Listing[], search: Search): readonly Found[] {
  const { text = '', near = null, openAt = null, languageName = (tag) => tag } = search;
  const words = fold(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return listings
    .filter((listing) => {
      const hay = words.length === 0 ? '' : haystack(listing, languageName);
      return words.every((word) => hay.includes(word));
    })
    .filter((listing) => openAt === null || isOpen(listing, openAt))
    .map((listing) => ({
      listing,
      metres: near === null ? null : distanceToListing(near, listing),
    }))
    .sort(compare);
}
