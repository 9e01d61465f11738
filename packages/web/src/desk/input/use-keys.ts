/** Listens for a USB scanner on the whole page, and keeps its keys from buttons and fields. */

import { useEffect, useRef } from 'preact/hooks';
import { nowMilliseconds } from '../../platform/clock.js';
import { holdKeyClicks } from './held-clicks.js';
import { GAP_MILLISECONDS, NO_RUN, press, type TypedScan } from './keys.js';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A field into which the first keys of a scan fell, and what stood in it before. */
interface Spilled {
  readonly field: Field;
  readonly value: string;
}

/** Inputs that take no text: the space bar presses them. */
const PRESSED_INPUTS: readonly string[] = ['checkbox', 'radio', 'file', 'button', 'submit'];

function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLInputElement) return !PRESSED_INPUTS.includes(target.type);
  return target instanceof HTMLTextAreaElement;
}

function spilledInto(target: EventTarget | null): Spilled | null {
  const isField = isTextField(target) || target instanceof HTMLSelectElement;
  return isField ? { field: target, value: target.value } : null;
}

/** Puts back what stood in the field, and lets the page know. */
function putBack({ field, value }: Spilled): void {
  if (field.value === value) return;
  field.value = value;
  const name = field instanceof HTMLSelectElement ? 'change' : 'input';
  field.dispatchEvent(new Event(name, { bubbles: true }));
}

/** Gives the focus back to what had it before a scanner's key took it along. */
function focusAgain(before: Element | null): void {
  const now = document.activeElement;
  if (now === before || !(now instanceof HTMLElement)) return;
  now.blur();
  if (before instanceof HTMLElement) before.focus();
}

/** Calls `onScan` with each text that a scanner types. */
export function useKeys(onScan: (scan: TypedScan) => void): void {
  const tell = useRef(onScan);
  tell.current = onScan;
  useEffect(() => listen((scan) => tell.current(scan)), []);
}

function listen(onScan: (scan: TypedScan) => void): () => void {
  const held = holdKeyClicks();
  let run = NO_RUN;
  let spilled: Spilled | null = null;
  /** What had the focus before a key that moved it; undefined: none moved it just now. */
  let movedFrom: Element | null | undefined;
  let isSwallowed = false;
  const takeBack = (): void => {
    if (movedFrom === undefined) return;
    if (spilled !== null) putBack(spilled);
    focusAgain(movedFrom);
    movedFrom = undefined;
  };
  const down = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    // A key that is held down is a person's.
    if (event.repeat) return;
    const { code, key, shiftKey: shift } = event;
    const isInField = isTextField(event.target);
    const at = nowMilliseconds();
    const isFast = at - run.lastAt <= GAP_MILLISECONDS;
    const pressed = press(run, { code, key, shift, isInField, at });
    if (pressed.run.count === 1) spilled = spilledInto(event.target);
    run = pressed.run;
    isSwallowed = pressed.isSwallowed;
    // What the key just before began was a scanner's, too.
    if (isFast) held.drop();
    else movedFrom = undefined;
    if (isSwallowed) {
      event.preventDefault();
      takeBack();
    } else if (code === 'Tab') {
      movedFrom = document.activeElement;
      spilled = null;
    }
    if (pressed.scan === null) return;
    if (spilled !== null) putBack(spilled);
    spilled = null;
    onScan(pressed.scan);
  };
  // A button is pressed by the space bar when the key comes up.
  const up = (event: KeyboardEvent): void => {
    if (isSwallowed && (event.code === 'Space' || event.code === 'Enter')) event.preventDefault();
  };
  addEventListener('keydown', down, { capture: true });
  addEventListener('keyup', up, { capture: true });
  return () => {
    held.end();
    removeEventListener('keydown', down, { capture: true });
    removeEventListener('keyup', up, { capture: true });
  };
}
