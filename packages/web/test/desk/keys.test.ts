/** USB scanners on keyboards of any layout. */

import { expect } from 'chai';
import {
  beginsAsOurs,
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
    return { code, key, shift, at: 1000 + index * gap };
  });
}

function enter(at: number): KeyPress {
  return { code: 'Enter', key: 'Enter', shift: false, at };
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
      return { code, key, shift: false, at: 1000 + index * 10 };
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
    expect(beginsAsOurs({ byPlace: 'CV1:', byLayout: 'CV1Ö' })).to.equal(true);
    expect(beginsAsOurs({ byPlace: 'CV1.', byLayout: 'CV1:' })).to.equal(true);
    expect(beginsAsOurs({ byPlace: 'LOCKERS', byLayout: 'LOCKERS' })).to.equal(false);
  });

  it('is known by its speed from the fourth key on, so that buttons do not take its keys', () => {
    let run = NO_RUN;
    const known = typed('CV1:A', 10).map((key) => {
      const pressed = press(run, key);
      run = pressed.run;
      return pressed.isScanner;
    });
    expect(known).to.deep.equal([false, false, false, true, true]);
  });
});
