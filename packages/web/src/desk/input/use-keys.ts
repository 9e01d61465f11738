/** Listens for a USB scanner on the whole page, and keeps its keys from buttons and fields. */

import { useEffect, useRef } from 'preact/hooks';
import { nowMilliseconds } from '../../platform/clock.js';
import { beginsAsOurs, NO_RUN, press, type TypedScan } from './keys.js';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A field into which the first keys of a scan fell, and what stood in it before. */
interface Spilled {
  readonly field: Field;
  readonly value: string;
}

function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
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
    const isPerson = isTextField(event.target) && !beginsAsOurs(pressed.scan ?? run);
    isScanning = pressed.isScanner && !isPerson;
    if (isScanning) event.preventDefault();
    if (pressed.scan === null || isPerson) return;
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
