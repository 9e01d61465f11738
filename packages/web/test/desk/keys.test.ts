/** USB scanners on keyboards of any layout. */

import { expect } from 'chai';
import {
  characterAt,
  chooseReading,
  type KeyPress,
  NO_RUN,
  press,
  type TypedScan,
} from '../../dist/desk/input/keys.js';

/** The places of a text's keys on a US keyboard, as a scanner that knows only that one types it. */
function placesOf(character: string): readonly [string, boolean] {
  if (/[A-Z]/u.test(character)) return [`Key${character}`, true];
  if (/\d/u.test(character)) return [`Digit${character}`, false];
  const places: Readonly<Record<string, readonly [string, boolean]>> = {
    ' ': ['Space', false],
    $: ['Digit4', true],
    '%': ['Digit5', true],
    '*': ['Digit8', true],
    '+': ['Equal', true],
    '-': ['Minus', false],
    '.': ['Period', false],
    '/': ['Slash', false],
    ':': ['Semicolon', true],
  };
  const place = places[character];
  if (place === undefined) throw new Error(`${character}: expected a character of base45`);
  return place;
}

/** What a German keyboard makes of some of these places. */
const GERMAN: Readonly<Record<string, string>> = {
  'Semicolon+': 'Ö',
  'Minus-': 'ß',
  'Slash-': '-',
  'Equal+': '`',
  'Digit8+': '(',
  KeyZ: 'Y',
  KeyY: 'Z',
};

function typed(text: string, gap: number): readonly KeyPress[] {
  return [...text].map((character, index) => {
    const [code, shift] = placesOf(character);
    const key = GERMAN[code] ?? GERMAN[`${code}${shift ? '+' : '-'}`] ?? character;
    return { code, key, shift, isInField: false, at: 1000 + index * gap };
  });
}

function enter(at: number): KeyPress {
  return { code: 'Enter', key: 'Enter', shift: false, isInField: false, at };
}

function scanOf(keys: readonly KeyPress[]): TypedScan | null {
  let run = NO_RUN;
  let scan: TypedScan | null = null;
  for (const key of keys) {
    const pressed = press(run, key);
    run = pressed.run;
    scan ??= pressed.scan;
  }
  return scan;
}

/** A # for each key that nothing else on the page may take. */
function swallowed(keys: readonly KeyPress[]): string {
  let run = NO_RUN;
  const marks = keys.map((key) => {
    const pressed = press(run, key);
    run = pressed.run;
    return pressed.isSwallowed ? '#' : '-';
  });
  return marks.join('');
}

const BASE45 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

describe('A USB scanner', () => {
  it('is read by the places of its keys, whatever the layout of the machine', () => {
    const scan = scanOf([...typed(`CV1:${BASE45}`, 10), enter(1500)]);
    expect(scan?.byPlace).to.equal(`CV1:${BASE45}`);
    expect(scan && chooseReading(scan)).to.equal(`CV1:${BASE45}`);
  });

  it('is read by place for the codes of the practice, too', () => {
    const scan = { byPlace: 'COVISA PRACTICE: NEW', byLayout: 'COVISA PRACTICEÖ NEW' };
    expect(chooseReading(scan)).to.equal('COVISA PRACTICE: NEW');
    const foreign = { byPlace: 'WIFI;T', byLayout: 'WIFI:T' };
    expect(chooseReading(foreign)).to.equal('WIFI:T');
  });

  it('is read by what its keys say where it is set to the machine’s own layout', () => {
    const keys = [...'CV1:YZ-'].map((key, index) => {
      const code = { Y: 'KeyZ', Z: 'KeyY', '-': 'Slash', ':': 'Period' }[key] ?? placesOf(key)[0];
      return { code, key, shift: false, isInField: false, at: 1000 + index * 10 };
    });
    const scan = scanOf([...keys, enter(1080)]);
    expect(scan?.byPlace).to.equal('CV1.ZY/');
    expect(scan && chooseReading(scan)).to.equal('CV1:YZ-');
  });

  it('types capitals while Caps Lock turns its Shift around', () => {
    expect(characterAt('KeyA', false)).to.equal('A');
    expect(characterAt('KeyA', true)).to.equal('A');
    expect(characterAt('Digit4', true)).to.equal('$');
    expect(characterAt('Numpad7', false)).to.equal('7');
    expect(characterAt('ShiftLeft', true)).to.equal(null);
  });

  it('is not taken for a person, who types slowly', () => {
    expect(scanOf([...typed('CV1:ABCDEF', 150), enter(2600)])).to.equal(null);
    expect(scanOf([...typed('CV1:ABCDEF', 50), enter(1500)])?.byPlace).to.equal('CV1:ABCDEF');
  });

  it('is known in a field only by a code of ours: people type fast, too', () => {
    const inField = (text: string, end: number) =>
      [...typed(text, 10), enter(end)].map((key) => ({ ...key, isInField: true }));
    expect(scanOf(inField('CV1:ABC', 1080))?.byPlace).to.equal('CV1:ABC');
    expect(scanOf(inField('LOCKERS', 1080))).to.equal(null);
    expect(swallowed(inField('CV1:A', 1200))).to.equal('---###');
    expect(swallowed(inField('LOCKER', 1200))).to.equal('-------');
  });

  it('DESK-2: presses, moves and fills nothing, once one key has come fast after another', () => {
    const tab = { code: 'Tab', key: 'Tab', shift: false, isInField: false };
    const tabs = [0, 20, 40].map((at) => ({ ...tab, at: 1000 + at }));
    expect(swallowed([...tabs, enter(1060)]), 'Tab and Enter alone').to.equal('-###');
    expect(swallowed([...typed('CV1:A', 10), enter(1050)]), 'a code').to.equal('-#####');
    const scan = [...typed('CV1:ABC', 10), enter(1080)];
    const later = [{ ...tab, at: 1300 }, { ...enter(1700), isInField: true }, enter(2500)];
    expect(swallowed([...scan, ...later]), 'what follows a code').to.equal('-#########-');
    expect(swallowed([1000, 1150, 1300].map(enter)), 'a person').to.equal('---');
    const fast = [...typed('A', 10), enter(1030)].map((key) => ({ ...key, isInField: true }));
    expect(swallowed(fast), 'Enter fast after a character').to.equal('-#');
    const arrow = { code: 'ArrowDown', key: 'ArrowDown', shift: false, isInField: false };
    const arrows = [1000, 1020, 1040].map((at) => ({ ...arrow, at }));
    expect(swallowed(arrows), 'an arrow that is held down is nothing typed').to.equal('---');
  });
});
