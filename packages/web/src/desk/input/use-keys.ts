/** Listens for a USB scanner on the whole page, and keeps its keys from buttons and fields. */

import { useEffect, useRef } from 'preact/hooks';
import { nowMilliseconds } from '../../platform/clock.js';
import { NO_RUN, press, type TypedScan } from './keys.js';

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** A field into which the first keys of a scan fell, and what stood in it before. */
interface Spilled {
  readonly field: TextField;
  readonly value: string;
}

function fieldOf(target: EventTarget | null): TextField | null {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    ? target
    : null;
}

function spilledInto(target: EventTarget | null): Spilled | null {
  const field = fieldOf(target);
  return field === null ? null : { field, value: field.value };
}

/** Puts back what stood in the field, and lets the page know. */
function putBack({ field, value }: Spilled): void {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Calls `onScan` with each text that a scanner types. */
export function useKeys(onScan: (scan: TypedScan) => void): void {
  const tell = useRef(onScan);
  tell.current = onScan;
  useEffect(() => listen((scan) => tell.current(scan)), []);
}

function listen(onScan: (scan: TypedScan) => void): () => void {
  let run = NO_RUN;
  let spilled: Spilled | null = null;
  let isScanning = false;
  const down = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { code, key, shiftKey: shift } = event;
    const pressed = press(run, { code, key, shift, at: nowMilliseconds() });
    if (pressed.run.count === 1) spilled = spilledInto(event.target);
    run = pressed.run;
    isScanning = pressed.isScanner;
    if (isScanning) event.preventDefault();
    if (pressed.scan === null) return;
    if (spilled !== null) putBack(spilled);
    spilled = null;
    onScan(pressed.scan);
  };
  // A button is pressed by the space bar when the key comes up.
  const up = (event: KeyboardEvent): void => {
    if (isScanning && (event.code === 'Space' || event.code === 'Enter')) event.preventDefault();
  };
  addEventListener('keydown', down, { capture: true });
  addEventListener('keyup', up, { capture: true });
  return () => {
    removeEventListener('keydown', down, { capture: true });
    removeEventListener('keyup', up, { capture: true });
  };
}
