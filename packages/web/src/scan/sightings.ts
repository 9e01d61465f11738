/**
 * Which of the codes that the camera sees are taken. A code that stays in view is taken once; it is
 * taken again only after it has left the view. Pure: time comes in.
 */

/** Milliseconds without sight of a code after which it has left the view: frames do fail. */
const LEFT_VIEW_MILLISECONDS = 2500;

/** The code that was taken last, and when it was last seen; null: none yet. */
export type Sighting = { readonly text: string; readonly seenAt: number } | null;

/** What a sight comes to. */
export interface Sight {
  readonly sighting: Sighting;
  readonly isTaken: boolean;
}

/**
 * A code is in view at an instant, in milliseconds. While `isPaused`, nothing new is taken, and
 * what is in view is only kept in mind.
 */
export function sight(before: Sighting, text: string, now: number, isPaused: boolean): Sight {
  const isSame =
    before !== null && before.text === text && now - before.seenAt <= LEFT_VIEW_MILLISECONDS;
  if (isSame) return { sighting: { text, seenAt: now }, isTaken: false };
  if (isPaused) return { sighting: before, isTaken: false };
  return { sighting: { text, seenAt: now }, isTaken: true };
}
