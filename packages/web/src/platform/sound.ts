/** Short sounds, made by the browser itself: the only place where the pages make any. */

/** A note: its pitch in hertz, and when it begins and ends, in seconds. */
export interface Note {
  readonly hertz: number;
  readonly from: number;
  readonly to: number;
}

/** Loudness of a note: heard across a desk, not across the room. */
const GAIN = 0.18;
/** Seconds in which a note fades, so that it does not click. */
const FADE = 0.03;

let context: AudioContext | null = null;

/**
 * Plays notes. Before the person has touched the page, browsers make no sound; then this is silent.
 */
export function playNotes(notes: readonly Note[], wave: OscillatorType): void {
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') void context.resume().catch(() => undefined);
    for (const note of notes) playNote(context, note, wave);
  } catch {
    // This device has no sound: the verdict is told by word and icon as well.
  }
}

function playNote(audio: AudioContext, { hertz, from, to }: Note, wave: OscillatorType): void {
  const [start, end] = [audio.currentTime + from, audio.currentTime + to];
  const oscillator = new OscillatorNode(audio, { type: wave, frequency: hertz });
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(GAIN, start + FADE / 3);
  gain.gain.setValueAtTime(GAIN, end - FADE);
  gain.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(end);
}
