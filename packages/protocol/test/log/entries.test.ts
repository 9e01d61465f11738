import {
  ENTRY_BYTES_MAX,
  encodeEntry,
  encodeUtf8,
  entryShapes,
  type KnownEntry,
  ProtocolError,
  parseEntry,
  shortName,
  venue,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { codeOf } from '../support/errors.js';

const ID = 'A'.repeat(43);

/** An entry as JSON, whether or not it fits. */
function line(value: unknown): Uint8Array {
  return encodeUtf8(JSON.stringify(value));
}

const samples: readonly unknown[] = [
  { type: 'inception', version: 1, log: ID, witness: ID, peer: ID, box: ID, recovery: ID },
  { type: 'keys', generation: 0, issuing: ID, from: 1, until: 2 },
  {
    type: 'stamp',
    marker: 'A'.repeat(22),
    home: ID,
    venue: 'main',
    date: '2026-05-12',
    kind: 'free',
    weight: 0.5,
    programme: ID,
    roster: 3,
    seal: 'A'.repeat(54),
  },
  { type: 'void', index: 7, date: '2026-05-12' },
  { type: 'revocation', marker: 'A'.repeat(22), time: 1 },
  { type: 'endorsement', programme: ID, roster: ID, space: ID },
  { type: 'roster-signature', programme: ID, version: 1, roster: ID },
  { type: 'leave', programme: ID, date: '2026-05-12' },
  { type: 'return', programme: ID, date: '2026-05-12' },
  { type: 'closing', date: '2026-05-12' },
];

describe('a venue', () => {
  const bare = { id: 'main', name: 'Main', address: '', timeZone: 'Asia/Shanghai', amenities: [] };

  it('has both coordinates or none', () => {
    const placed = { ...bare, latitude: 31.2, longitude: 121.5 };
    const codes = [bare, placed, { ...bare, latitude: 31.2 }, { ...bare, longitude: 121.5 }].map(
      (one) => codeOf(() => venue.parse(one)),
    );
    expect(codes).to.deep.equal([
      'nothing thrown',
      'nothing thrown',
      'SHAPE_INVALID',
      'SHAPE_INVALID',
    ]);
    expect(venue.parse(bare)).to.deep.equal(bare);
  });
});

describe('the name of a space, a venue or a programme', () => {
  it('is counted in code points', () => {
    const rockets = '\u{1f680}'.repeat(40);
    expect(shortName.parse(rockets + 'a'.repeat(40))).to.have.length(120);
    expect(codeOf(() => shortName.parse(rockets + 'a'.repeat(41)))).to.equal('SHAPE_INVALID');
  });

  it('has neither control characters nor those that turn the direction of writing around', () => {
    const bad = [
      '\u0000',
      'a\nb',
      'a\tb',
      '\u001b[2J',
      '\u0085',
      '\u202eAB',
      '\u2066A',
      'A\u2069',
      '',
    ];
    expect(bad.map((one) => codeOf(() => shortName.parse(one)))).to.deep.equal(
      bad.map(() => 'SHAPE_INVALID'),
    );
    for (const good of ['Bund Loft 外滩', 'بيت العمل', '👩‍💻 Home', 'Café – 2']) {
      expect(shortName.parse(good)).to.equal(good);
    }
  });

  it('LOG-2: with such a character makes the entry unknown', () => {
    const profile = {
      ...{ type: 'profile', signed: 1, name: 'Loft', open: true, rate: null, offer: {} },
      venues: [{ id: 'main', name: 'Main', address: '', timeZone: 'UTC', amenities: [] }],
      ...{ languages: ['en'], node: null },
    };
    const types = ['Loft', '\u202eLoft'].map((name) => parseEntry(line({ ...profile, name })).type);
    expect(types).to.deep.equal(['profile', 'unknown']);
  });
});

describe('an entry', () => {
  for (const sample of samples) {
    const { type } = sample as KnownEntry;
    it(`of type ${type} is written as one line and read again`, () => {
      const bytes = encodeEntry(sample as KnownEntry);
      expect(parseEntry(bytes)).to.deep.equal(sample);
      expect(bytes).to.deep.equal(line(sample));
    });
  }

  it('LOG-2: of an unknown type is kept as unknown', () => {
    expect(parseEntry(line({ type: 'refusal', any: 1 }))).to.deep.equal({
      type: 'unknown',
      named: 'refusal',
    });
    for (const named of ['unknown', 'toString', '__proto__', 'constructor']) {
      expect(parseEntry(line({ type: named }))).to.deep.equal({ type: 'unknown', named });
    }
  });

  it('LOG-2: of a known type whose members do not fit is read as unknown', () => {
    expect(parseEntry(line({ type: 'void', index: -1, date: '2026-05-12' }))).to.deep.equal({
      type: 'unknown',
      named: 'void',
    });
  });

  it('LOG-2: has members that a later version may add, and they are passed over', () => {
    const entry = parseEntry(line({ type: 'void', index: 1, date: '2026-05-12', why: 'late' }));
    expect(entry).to.deep.equal({ type: 'void', index: 1, date: '2026-05-12' });
  });

  const bad: readonly (readonly [string, Uint8Array, string])[] = [
    ['a newline', encodeUtf8('{"type":"x",\n"a":1}'), 'ENTRY_INVALID'],
    ['a tab', encodeUtf8('{"type":"x",\t"a":1}'), 'ENTRY_INVALID'],
    ['a delete character', encodeUtf8('{"type":"\u007f"}'), 'ENTRY_INVALID'],
    ['a byte order mark', encodeUtf8('\ufeff{"type":"x"}'), 'ENTRY_INVALID'],
    ['a carriage return at its end', encodeUtf8('{"type":"x"}\r'), 'ENTRY_INVALID'],
    ['no type', encodeUtf8('{"a":1}'), 'ENTRY_INVALID'],
    ['a type of 41 code points', line({ type: '\u{1f600}'.repeat(41) }), 'ENTRY_INVALID'],
    ['half of a pair as its type', encodeUtf8('{"type":"\\ud83d"}'), 'ENTRY_INVALID'],
    ['a type that is a number', encodeUtf8('{"type":1}'), 'ENTRY_INVALID'],
    ['a list', encodeUtf8('[]'), 'ENTRY_INVALID'],
    ['null', encodeUtf8('null'), 'ENTRY_INVALID'],
    ['nothing', new Uint8Array(0), 'ENTRY_INVALID'],
    ['two objects', encodeUtf8('{"type":"x"}{"type":"x"}'), 'ENTRY_INVALID'],
    ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'UTF8_INVALID'],
    ['16 KiB and a byte', new Uint8Array(ENTRY_BYTES_MAX + 1), 'ENTRY_TOO_LONG'],
  ];
  for (const [what, bytes, code] of bad) {
    it(`LOG-1: with ${what} is refused`, () => {
      expect(() => parseEntry(bytes))
        .to.throw(ProtocolError)
        .with.property('code', code);
    });
  }

  it('LOG-1: with any control character, within a text or between two tokens, is refused', () => {
    for (const code of [...Array(32).keys(), 127]) {
      const control = String.fromCharCode(code);
      for (const json of [`{"type":"x${control}"}`, `{"type":"x",${control}"a":"b"}`]) {
        expect(() => parseEntry(encodeUtf8(json)), String(code))
          .to.throw(ProtocolError)
          .with.property('code', 'ENTRY_INVALID');
      }
    }
  });

  it('LOG-1: may be 16 KiB long', () => {
    const bare = line({ type: 'x', pad: '' }).length;
    const full = line({ type: 'x', pad: 'p'.repeat(ENTRY_BYTES_MAX - bare) });
    expect(full.length).to.equal(16_384);
    expect(parseEntry(full)).to.deep.equal({ type: 'unknown', named: 'x' });
  });

  it('LOG-11: nests at most 32 deep, in whatever member and by brackets outside of texts', () => {
    const lists = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    const read = (json: string) => parseEntry(encodeUtf8(`{"type":"x","a":${json}}`));
    const kept = { type: 'unknown', named: 'x' };
    for (const json of [lists(31), `"\\"${'['.repeat(99)}"`, `[${'{},'.repeat(99)}1e400]`]) {
      expect(read(json)).to.deep.equal(kept);
    }
    for (const json of [lists(32), `${lists(32)},"a":1`, lists(8100), `["\\\\",${lists(31)}]`]) {
      expect(() => read(json))
        .to.throw(ProtocolError)
        .with.property('code', 'ENTRY_INVALID');
    }
  });

  it('LOG-1: may have a type of 40 code points', () => {
    const named = '\u{1f600}'.repeat(40);
    expect(parseEntry(line({ type: named }))).to.deep.equal({ type: 'unknown', named });
  });

  it('LOG-1: may have controls and halves of pairs as escapes in other texts', () => {
    const bytes = encodeUtf8('{"type":"void","index":7,"date":"2026-05-12","note":"\\n\\ud83d"}');
    expect(parseEntry(bytes)).to.deep.equal({ type: 'void', index: 7, date: '2026-05-12' });
  });

  it('LOG-2: with half of a pair in a text that it needs is read as unknown', () => {
    const stamp = JSON.stringify(samples.find((one) => (one as KnownEntry).type === 'stamp'));
    expect(parseEntry(encodeUtf8(stamp.replace('"main"', '"\\ud83d"')))).to.deep.equal({
      type: 'unknown',
      named: 'stamp',
    });
  });

  it('LOG-2: with a date that no calendar has is read as unknown', () => {
    for (const date of ['2026-02-30', '2026-02-29', '2026-04-31', '1999-12-31']) {
      expect(parseEntry(line({ type: 'void', index: 7, date }))).to.deep.equal({
        type: 'unknown',
        named: 'void',
      });
    }
  });

  it('LOG-2: has numbers by their value, however they are written', () => {
    const stamp = JSON.stringify(samples.find((one) => (one as KnownEntry).type === 'stamp'));
    const written = stamp
      .replace('"weight":0.5', '"weight":1.0')
      .replace('"roster":3', '"roster":3e0');
    const entry = parseEntry(encodeUtf8(written));
    expect(entry).to.include({ type: 'stamp', weight: 1, roster: 3 });
    const half = stamp.replace('"roster":3', '"roster":3.5');
    expect(parseEntry(encodeUtf8(half)).type).to.equal('unknown');
  });

  it('RESUME-5: is a resume in one writing alone', () => {
    const one = 'A'.repeat(43);
    const resume = JSON.stringify({
      ...{ type: 'resume', version: 1, space: one, incarnation: 1 },
      ...{ previous: { size: 5, root: one }, log: one, witness: one, peer: one, box: one },
      ...{ recovery: one, time: 1, recoveryKey: one, signature: 'A'.repeat(86) },
    });
    const typeOf = (line: string) => parseEntry(encodeUtf8(line)).type;
    expect(typeOf(resume)).to.equal('resume');
    expect(typeOf(` ${resume}`)).to.equal('unknown');
    expect(typeOf(resume.replace('"time":1', '"time":1.0'))).to.equal('unknown');
    expect(typeOf(resume.replace('"size":5', '"size":5,"x":0'))).to.equal('unknown');
  });

  it('is not written if it does not fit its shape', () => {
    const wrong = { type: 'void', index: -1, date: '2026-05-12' } as unknown as KnownEntry;
    expect(() => encodeEntry(wrong))
      .to.throw(ProtocolError)
      .with.property('code', 'SHAPE_INVALID');
  });

  it('is read, or refused by a code, whatever the JSON', () => {
    const types = Object.keys(entryShapes);
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.dictionary(fc.string({ maxLength: 9 }), fc.jsonValue()),
        (type, members) => {
          const entry = parseEntry(
            encodeUtf8(JSON.stringify({ ...members, type }).replace(/\u007f/g, '')),
          );
          expect(entry.type === 'unknown' ? entry.named : entry.type).to.equal(type);
        },
      ),
    );
  });
});
