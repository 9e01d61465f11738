/** First set-up as a sequence of steps, with what was typed so far. No secret is in it. */

import type { ProfileView } from '../../api/owner-views.js';
import { type RateDraft, rateDraft } from '../parts/rate-draft.js';
import { newVenueDraft, type VenueDraft, venueDraft } from '../parts/venue-draft.js';

/** In their order. The first six make the space; the others follow when the owner is signed in. */
export const STEPS = [
  'welcome',
  'place',
  'room',
  'rate',
  'recovery',
  'password',
  'programme',
  'member',
  'poster',
  'done',
] as const;
export type Step = (typeof STEPS)[number];

/** What is kept over a reload of the page. */
export interface SetUpDraft {
  readonly step: Step;
  /** The space was made on the terminal: its recovery key is there already. */
  readonly made: boolean;
  readonly spaceName: string;
  readonly venue: VenueDraft;
  readonly rate: RateDraft;
  readonly languages: readonly string[];
  /** The digest of the recovery key that the owner has confirmed; null: not yet. */
  readonly recoveryDigest: string | null;
  /** Words were shown: whoever sees others later has a paper that is void. */
  readonly recoveryShown: boolean;
}

/** What the node answers about its set-up. */
export interface SetUpState {
  readonly made: boolean;
  readonly profile: ProfileView | null;
  readonly defaults: { readonly timeZone: string };
}

/** What is in the fields at first: what the space says of itself already, or nothing. */
export function firstDraft({ made, profile, defaults }: SetUpState, language: string): SetUpDraft {
  const [venue] = profile?.venues ?? [];
  return {
    step: 'welcome',
    made,
    spaceName: profile?.name ?? '',
    venue: venue === undefined ? newVenueDraft(defaults.timeZone) : venueDraft(venue),
    rate: rateDraft(profile?.rate ?? null, language),
    languages: profile === null || profile.languages.length === 0 ? [language] : profile.languages,
    recoveryDigest: null,
    recoveryShown: false,
  };
}

/** The steps of this set-up: a space that is made has its recovery key already. */
export function stepsOf({ made }: Pick<SetUpDraft, 'made'>): readonly Step[] {
  return made ? STEPS.filter((step) => step !== 'recovery') : STEPS;
}

/** The step after the draft's. */
export function nextStep(draft: Pick<SetUpDraft, 'made' | 'step'>): Step {
  const steps = stepsOf(draft);
  return steps[steps.indexOf(draft.step) + 1] ?? 'done';
}

/** The step before; null at the beginning, and where the space was just made. */
export function previousStep(draft: Pick<SetUpDraft, 'made' | 'step'>): Step | null {
  if (draft.step === 'programme' || isAfterMaking(draft.step)) return null;
  const steps = stepsOf(draft);
  return steps[steps.indexOf(draft.step) - 1] ?? null;
}

/** Whether the space exists by then, and its owner is signed in. */
export function isAfterMaking(step: Step): boolean {
  return STEPS.indexOf(step) > STEPS.indexOf('password');
}

/** How far along it is, from 1. */
export function progressOf(draft: Pick<SetUpDraft, 'made' | 'step'>): {
  readonly at: number;
  readonly of: number;
} {
  const steps = stepsOf(draft);
  return { at: steps.indexOf(draft.step) + 1, of: steps.length };
}

/** A kept draft; null: none was kept, or by another version of this page. */
export function readDraft(text: string | null, fresh: SetUpDraft): SetUpDraft | null {
  const kept = text === null ? null : parseObject(text);
  if (kept === null || !hasKeysOf(kept, fresh)) return null;
  const step = STEPS.find((one) => one === kept.step);
  return step === undefined ? null : { ...fresh, ...kept, step, made: fresh.made };
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

/** This page's own words of a minute ago: the same keys mean the same shape. */
function hasKeysOf<T extends object>(value: object, example: T): value is T {
  return Object.keys(example).every((key) => Object.hasOwn(value, key));
}
