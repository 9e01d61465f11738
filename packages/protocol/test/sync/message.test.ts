import {
  ENTRY_BYTES_MAX,
  encodeHeartbeat,
  encodeSync,
  encodeUtf8,
  entryRangeOf,
  type LogId,
  ProtocolError,
  parseSync,
  SYNC_BYTES_MAX,
  SYNC_FRONTIER_MAX,
  SYNC_HEADER_BYTES_MAX,
  SYNC_RANGES_MAX,
  type SyncHeader,
} from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { hash32, lineOf, messages, PROGRAMME, space } from './sync-samples.js';

const EMPTY: SyncHeader = { sync: 1, digests: [] };

function codeOf(body: Uint8Array): string {
  try {
    parseSync(body);
  } catch (error) {
    if (error instanceof ProtocolError) return error.code;
    throw error;
  }
  return 'none';
}

/** A body whose header is any JSON, with raw text after it. */
function raw(header: unknown, rest = ''): Uint8Array {
  return encodeUtf8(`${JSON.stringify(header)}\n${rest}`);
}

function range(count: number): object {
  return { space: space(1), incarnation: 0, from: 0, count, checkpoint: 'note' };
}

/** A range without lines that lists so many indices of what stays. */
function pruned(count: number): object {
  const stays = Array.from({ length: count }, (_, index) => index);
  return { ...range(0), pruned: { index: 8192, inclusion: [], stays, to: 8192, hashes: [] } };
}

describe('a sync message', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(messages, ([header, lines]) => {
        const read = parseSync(encodeSync(header, lines));
        expect(read.header).to.deep.equal(header);
        expect(read.lines).to.deep.equal(lines);
      }),
    );
  });

  it('is one header line and then the entries as they are', () => {
    const header: SyncHeader = {
      sync: 1,
      digests: [],
      frontier: [lineOf(1, 5)],
      ranges: [
        { space: space(1), incarnation: 0, from: 3, count: 2, checkpoint: 'note' },
        { space: space(2), incarnation: 0, from: 0, count: 1, checkpoint: 'note' },
      ],
    };
    const lines = [['{"type":"a"}', '{"type":"é"}'].map(encodeUtf8), [encodeUtf8('{"type":"c"}')]];
    const text = new TextDecoder().decode(encodeSync(header, lines)).split('\n');
    expect(text.slice(1)).to.deep.equal(['{"type":"a"}', '{"type":"é"}', '{"type":"c"}', '']);
    expect(JSON.parse(text[0] ?? '').frontier).to.deep.equal([
      [space(1), 0, 5, hash32(35), 20_000],
    ]);
  });

  it('is cut into views, not copies', () => {
    const body = raw({ sync: 1, digests: [], ranges: [range(1)] }, '{"type":"a"}\n');
    const [line] = parseSync(body).lines.flat();
    expect(line?.buffer).to.equal(body.buffer);
    expect(line?.length).to.equal(12);
  });

  it('hands its ranges over with their proofs as bytes', () => {
    const lines = [encodeUtf8('{"type":"a"}')];
    const one = {
      space: space(1),
      incarnation: 0,
      from: 3,
      count: 1,
      checkpoint: 'note',
      proof: ['A'.repeat(43)],
    };
    expect(entryRangeOf(one, lines)).to.deep.equal({
      from: 3,
      lines,
      checkpoint: 'note',
      proof: [new Uint8Array(32)],
    });
  });

  it('of nodes that hold the same has at most 400 bytes', () => {
    const log: LogId = { space: space(1), incarnation: 0 };
    const key = new Uint8Array(32).fill(9);
    const beat = encodeHeartbeat(log, key, 1_800_000_000, new Uint8Array(64).fill(8));
    const body = encodeSync({
      sync: 1,
      digests: [{ programme: PROGRAMME, digest: hash32(2) }],
      since: '123456789',
      cursor: '123456789',
      beat,
    });
    expect(body.length).to.equal(358);
    expect(body.length).to.be.at.most(400);
  });

  it('may have members that a later version adds', () => {
    expect(parseSync(raw({ sync: 1, digests: [], later: [] })).header).to.deep.equal(EMPTY);
  });
});

describe('a hostile sync message', () => {
  const invalid: readonly (readonly [string, Uint8Array])[] = [
    ['nothing', new Uint8Array(0)],
    ['no newline', encodeUtf8('{"sync":1,"digests":[]}')],
    ['no JSON', encodeUtf8('hello\n')],
    ['JSON that is no object', encodeUtf8('[]\n')],
    ['deep nesting', encodeUtf8(`${'['.repeat(100_000)}\n`)],
    ['bytes that are no UTF-8', Uint8Array.of(0x22, 0xff, 0x22, 0x0a)],
    ['another version', raw({ sync: 2, digests: [] })],
    ['no digests', raw({ sync: 1 })],
    [
      '65 digests',
      raw({ sync: 1, digests: Array(65).fill({ programme: PROGRAMME, digest: PROGRAMME }) }),
    ],
    ['a frontier line with four items', raw({ ...EMPTY, frontier: [[space(1), 0, 0, space(1)]] })],
    ['a negative size', raw({ ...EMPTY, frontier: [[space(1), 0, -1, space(1), 0]] })],
    ['a size above 2^40', raw({ ...EMPTY, frontier: [[space(1), 0, 2 ** 40 + 1, space(1), 0]] })],
    [
      'a want of half an entry',
      raw({ ...EMPTY, wants: [{ space: space(1), incarnation: 0, from: 0.5 }] }),
    ],
    ['a cursor of 65 characters', raw({ ...EMPTY, cursor: 'c'.repeat(65) })],
    ['a cursor with a space', raw({ ...EMPTY, cursor: 'a b' })],
    ['a heartbeat of two lines', raw({ ...EMPTY, beat: '— a\n— b' })],
    ['an echo of 2049 characters', raw({ ...EMPTY, echo: 'e'.repeat(2049) })],
    [
      'a proof of 43 hashes',
      raw({ ...EMPTY, ranges: [{ ...range(0), proof: Array(43).fill(space(1)) }] }),
    ],
    ['a range with 4097 indices of what stays', raw({ ...EMPTY, ranges: [pruned(4097)] })],
    ['fewer lines than its ranges say', raw({ ...EMPTY, ranges: [range(2)] }, 'a\n')],
    ['more lines than its ranges say', raw({ ...EMPTY, ranges: [range(1)] }, 'a\nb\n')],
    ['a last line without a newline', raw({ ...EMPTY, ranges: [range(1)] }, 'a')],
    [
      'more ranges than a message takes',
      raw({ ...EMPTY, ranges: Array(SYNC_RANGES_MAX + 1).fill(range(0)) }),
    ],
  ];
  for (const [what, body] of invalid) {
    it(`SYNC-1: with ${what} is refused`, () => {
      expect(codeOf(body)).to.equal('SYNC_INVALID');
    });
  }

  it('SYNC-5: with a CR at the end of its header line, or in it, is refused', () => {
    for (const body of ['{"sync":1,"digests":[]}\r\n', '{"sync":1,\r"digests":[]}\n']) {
      expect(codeOf(encodeUtf8(body))).to.equal('SYNC_INVALID');
      expect(codeOf(encodeUtf8(body.replace('\r', '')))).to.equal('none');
    }
  });

  const large: readonly (readonly [string, Uint8Array])[] = [
    ['more bytes than a body has', new Uint8Array(SYNC_BYTES_MAX + 1)],
    ['a header line that is too long', raw({ ...EMPTY, pad: 'p'.repeat(SYNC_HEADER_BYTES_MAX) })],
    [
      'a line that is too long',
      raw({ ...EMPTY, ranges: [range(1)] }, `${'a'.repeat(ENTRY_BYTES_MAX + 1)}\n`),
    ],
    ['too many entries in all ranges', raw({ ...EMPTY, ranges: [range(16_384), range(1)] })],
  ];
  for (const [what, body] of large) {
    it(`SYNC-1: with ${what} is too large`, () => {
      expect(codeOf(body)).to.equal('SYNC_TOO_LARGE');
    });
  }

  it('SYNC-1: of any bytes is read or refused by a code', () => {
    const start = encodeUtf8('{"sync":1,"digests":[],');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const body of [bytes, Uint8Array.of(...start, ...bytes)]) {
          expect(codeOf(body)).to.be.oneOf(['none', 'SYNC_INVALID', 'SYNC_TOO_LARGE']);
        }
      }),
    );
  });
});

describe('writing a sync message', () => {
  it('takes the frontier of 10,000 logs', () => {
    const frontier = Array.from({ length: 10_000 }, (_, i) => lineOf(i, 1_000_000 + i));
    expect(SYNC_FRONTIER_MAX).to.be.at.least(10_000);
    expect(codeOf(raw({ ...EMPTY, ranges: [pruned(4096)] }))).to.equal('none');
    expect(
      parseSync(encodeSync({ ...EMPTY, full: true, frontier })).header.frontier,
    ).to.have.length(10_000);
  });

  it('refuses lines that disagree with the ranges', () => {
    const header: SyncHeader = {
      ...EMPTY,
      ranges: [{ space: space(1), incarnation: 0, from: 0, count: 1, checkpoint: 'note' }],
    };
    expect(() => encodeSync(header, [])).to.throw(TypeError);
    expect(() => encodeSync(header, [[]])).to.throw(TypeError);
  });

  it('refuses a header that nobody would read', () => {
    expect(() => encodeSync({ ...EMPTY, cursor: 'a b' }))
      .to.throw(ProtocolError)
      .with.property('code', 'SYNC_INVALID');
  });
});
