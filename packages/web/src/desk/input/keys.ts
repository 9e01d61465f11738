/**
 * A USB scanner types what it reads, as a keyboard. It sends the keys of a US keyboard whatever the
 * layout of the machine, so the text is rebuilt from the keys' places (`KeyboardEvent.code`); one
 * that is set to the machine's own layout is read by what its keys say. Pure: time comes in.
 */

/** One key that went down. */
export interface KeyPress {
  /** The key's place: `KeyA`, `Digit4`. */
  readonly code: string;
  /** What the machine's layout makes of it. */
  readonly key: string;
  readonly shift: boolean;
  /** Whether it went into a field for text: people type fast there, too. */
  readonly isInField: boolean;
  /** Milliseconds. */
  readonly at: number;
}

/** Keys in a row that came as fast as no person types. */
export interface KeyRun {
  /** The text of a US keyboard. */
  readonly byPlace: string;
  /** The text of the machine's layout. */
  readonly byLayout: string;
  readonly count: number;
  readonly lastAt: number;
  /** A scanner types it, or has typed just before it. */
  readonly isScanner: boolean;
}

/** What a scanner typed, in both readings. */
export type TypedScan = Pick<KeyRun, 'byPlace' | 'byLayout'>;

/** What a key came to. */
export interface Pressed {
  readonly run: KeyRun;
  /** The whole text, when the key ended it. */
  readonly scan: TypedScan | null;
  /** A key that nothing else on the page may take for a person's. */
  readonly isSwallowed: boolean;
}

/** Milliseconds between two keys of a scanner, at most: slow ones take 50. */
export const GAP_MILLISECONDS = 90;
/** Milliseconds without a key that end a scanner's keys: a page that was busy gets them late. */
const SILENCE_MILLISECONDS = 500;
/** Keys in a row after which it is a scanner that types. */
const SCANNER_KEYS = 4;
/** Keys of a text that is worth being called a scan. */
const SCAN_KEYS_MIN = 6;
/** Characters that are kept of what is typed: more than any code of ours has. */
const CHARACTERS_MAX = 4000;
/** Keys that change others: they come between the keys of a text, and of a person's shortcuts. */
const CHANGING = /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock)$/u;
const ENDING = /^(?:Enter|NumpadEnter|Tab)$/u;

export const NO_RUN: KeyRun = {
  ...{ byPlace: '', byLayout: '', count: 0 },
  ...{ lastAt: Number.NEGATIVE_INFINITY, isScanner: false },
};

/** US keys that base45 or other codes need: plain, and with Shift. */
const PLACES: Readonly<Record<string, readonly [string, string]>> = {
  Space: [' ', ' '],
  Digit0: ['0', ')'],
  Digit1: ['1', '!'],
  Digit2: ['2', '@'],
  Digit3: ['3', '#'],
  Digit4: ['4', '$'],
  Digit5: ['5', '%'],
  Digit6: ['6', '^'],
  Digit7: ['7', '&'],
  Digit8: ['8', '*'],
  Digit9: ['9', '('],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
  NumpadDecimal: ['.', '.'],
};

/**
 * The character of a key's place on a US keyboard; null: it is no character. Letters are capitals
 * always: our codes have no others, and Caps Lock makes Shift mean its opposite.
 */
export function characterAt(code: string, shift: boolean): string | null {
  if (/^Key[A-Z]$/u.test(code)) return code.charAt(3);
  if (/^Numpad\d$/u.test(code)) return code.charAt(6);
  return PLACES[code]?.[shift ? 1 : 0] ?? null;
}

/** Adds one key to a run. `Enter` or `Tab` ends a scanner's text. */
export function press(before: KeyRun, pressed: KeyPress): Pressed {
  const { code, key, isInField, at } = pressed;
  const wait = at - before.lastAt;
  const isFast = wait <= GAP_MILLISECONDS;
  if (CHANGING.test(key)) {
    return { run: isFast ? { ...before, lastAt: at } : before, scan: null, isSwallowed: false };
  }
  const isAfterScan = before.isScanner && wait <= SILENCE_MILLISECONDS;
  const run = { ...(isFast ? before : NO_RUN), isScanner: isAfterScan, lastAt: at };
  if (ENDING.test(code)) return end(run, isInField, isFast);
  const next = withCharacter(run, pressed);
  const isScanner = isAfterScan || (next.count >= SCANNER_KEYS && isScannersText(next, isInField));
  // DESK-2: what a USB scanner types presses, moves and fills nothing on the desk's page: a code is
  // anybody's text, and may hold the keys that press a button.
  const isSwallowed = isScanner || (isFast && !isInField && next.count > run.count);
  return { run: { ...next, isScanner }, scan: null, isSwallowed };
}

function end(run: KeyRun, isInField: boolean, isFast: boolean): Pressed {
  const isScan = run.count >= SCAN_KEYS_MIN && isScannersText(run, isInField);
  const isScanner = isScan || run.isScanner;
  return {
    run: { ...NO_RUN, lastAt: run.lastAt, isScanner },
    scan: isScan ? run : null,
    isSwallowed: isScanner || isFast,
  };
}

function withCharacter(run: KeyRun, { code, key, shift }: KeyPress): KeyRun {
  const place = characterAt(code, shift);
  const layout = [...key].length === 1 ? key.toUpperCase() : '';
  if (place === null && layout === '') return run;
  return {
    ...run,
    byPlace: (run.byPlace + (place ?? '')).slice(0, CHARACTERS_MAX),
    byLayout: (run.byLayout + layout).slice(0, CHARACTERS_MAX),
    count: run.count + 1,
  };
}

function isScannersText(run: KeyRun, isInField: boolean): boolean {
  return !isInField || beginsAsOurs(run);
}

/** Beginnings of codes that this page knows. */
const OURS = /^(?:CV1:|CV-TEST:|COVISA PRACTICE: )/u;

/**
 * Whether what was typed so far begins as a code of ours. People type fast, too: in a field only
 * such a text is taken for a scanner's.
 */
function beginsAsOurs({ byPlace, byLayout }: TypedScan): boolean {
  return OURS.test(byPlace) || OURS.test(byLayout);
}

/** Of the two readings the one that is a code of ours, by place first; else that of the layout. */
export function chooseReading({ byPlace, byLayout }: TypedScan): string {
  return OURS.test(byPlace) ? byPlace : byLayout;
}
