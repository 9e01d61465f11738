/** What set-up sends to the node, from what was typed. */

import type { Rate, Venue } from '@covisa/protocol';
import { parseRate } from '../parts/rate-draft.js';
import { parseVenue, type VenueProblem } from '../parts/venue-draft.js';
import type { SetUpDraft, Step } from './draft.js';

/** What is wrong, by the step in which it was typed. */
export interface Wrong {
  readonly spaceName: boolean;
  readonly venue: readonly VenueProblem[];
  readonly rate: 'amount' | 'currency' | null;
  readonly languages: boolean;
}

export const NOTHING_WRONG: Wrong = { spaceName: false, venue: [], rate: null, languages: false };

/** The fields of the venue that each step shows. */
const PLACE_FIELDS: readonly VenueProblem[] = ['address', 'place', 'timeZone'];
const ROOM_FIELDS: readonly VenueProblem[] = ['hours', 'seats', 'amenities'];

/** What is wrong in all that was typed so far. */
export function wrongIn(draft: SetUpDraft): Wrong {
  const venue = parseVenue(draft.venue, draft.spaceName);
  const rate = parseRate(draft.rate);
  const name = draft.spaceName.trim();
  return {
    spaceName: name === '' || name.length > 80,
    venue: 'wrong' in venue ? venue.wrong.filter((field) => field !== 'name') : [],
    rate: 'wrong' in rate ? rate.wrong : null,
    languages: draft.languages.length > 20,
  };
}

/** Whether what one step shows can go on. */
export function isStepRight(step: Step, wrong: Wrong): boolean {
  const hasWrong = (fields: readonly VenueProblem[]): boolean =>
    wrong.venue.some((field) => fields.includes(field));
  if (step === 'place') return !wrong.spaceName && !hasWrong(PLACE_FIELDS);
  if (step === 'room') return !hasWrong(ROOM_FIELDS) && !wrong.languages;
  if (step === 'rate') return wrong.rate === null;
  return true;
}

export interface SetUpRequest {
  readonly token: string;
  readonly password: string;
  readonly name: string;
  readonly venue: Omit<Venue, 'id'>;
  readonly rate: Rate | null;
  readonly languages: readonly string[];
  readonly recoveryDigest: string | null;
}

/** The request; null while something is wrong. */
export function setUpRequest(
  draft: SetUpDraft,
  token: string,
  password: string,
): SetUpRequest | null {
  const venue = parseVenue({ ...draft.venue, name: '' }, draft.spaceName);
  const rate = parseRate(draft.rate);
  if ('wrong' in venue || 'wrong' in rate) return null;
  return {
    token,
    password,
    name: draft.spaceName.trim(),
    venue: venue.venue,
    rate: rate.rate,
    languages: draft.languages,
    recoveryDigest: draft.made ? null : draft.recoveryDigest,
  };
}
