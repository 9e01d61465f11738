import { expect } from 'chai';
import { createLogger } from '../../dist/adapters/logger.js';
import { ManualClock } from '../support/manual-clock.js';

function lines(format: 'json' | 'pretty', level: 'info' | 'error' | 'silent' = 'info') {
  const written: string[] = [];
  const write = (line: string): void => void written.push(line);
  return { written, logger: createLogger({ level, format, clock: new ManualClock(), write }) };
}

describe('the log of events', () => {
  it('is one JSON object a line, with the time of the clock', () => {
    const { written, logger } = lines('json');
    logger.info('sync done', { peer: 'abc', entries: 3 });
    expect(written).to.deep.equal([
      '{"level":"info","time":"2026-11-22T09:00:00.000Z","peer":"abc","entries":3,"event":"sync done"}\n',
    ]);
  });

  it('is one line a time for a terminal, whatever the fields hold', () => {
    const { written, logger } = lines('pretty');
    logger.warn('peer failed', { peer: 'abc', why: 'line one\nline two\u001b[31m' });
    expect(written).to.deep.equal([
      '09:00:00 WARN peer failed peer="abc" why="line one\\nline two\\u001b[31m"\n',
    ]);
  });

  it('leaves out what is below its level', () => {
    const { written, logger } = lines('json', 'error');
    logger.info('a');
    logger.warn('b');
    expect(written).to.deep.equal([]);
    logger.error('c');
    expect(written).to.have.length(1);
    const silent = lines('json', 'silent');
    silent.logger.error('d');
    expect(silent.written).to.deep.equal([]);
  });

  for (const format of ['json', 'pretty'] as const) {
    it(`never writes tokens, keys or names (${format})`, () => {
      const { written, logger } = lines(format);
      logger.info('careless', {
        token: 'SENSITIVE',
        apiToken: 'SENSITIVE',
        name: 'SENSITIVE',
        displayName: 'SENSITIVE',
        email: 'SENSITIVE',
        visaNumber: 'SENSITIVE',
        nodeSecret: 'SENSITIVE',
        url: '/x?y=CV1:SENSITIVE',
        header: 'Bearer SENSITIVE',
        key: new Uint8Array([83, 69, 78]),
        nested: { list: [{ member: { name: 'SENSITIVE' } }], presentation: 'SENSITIVE' },
        failure: new Error('at CV1:SENSITIVE'),
      });
      expect(written.join('')).to.not.contain('SENSITIVE');
      expect(written.join('')).to.contain('[withheld]').and.contain('[3 bytes]');
    });
  }

  it('bounds what is long, deep or circular', () => {
    const { written, logger } = lines('json');
    const circular: Record<string, unknown> = { long: 'x'.repeat(5000) };
    circular.self = circular;
    logger.info('bounded', { circular, many: Array.from({ length: 999 }, () => 1n) });
    expect((written[0] ?? '').length).to.be.below(3000);
  });

  it('writes an error with its code, its message and its place', () => {
    const { written, logger } = lines('json');
    logger.error('failed', {
      error: Object.assign(new Error('no such thing'), { code: 'ENOENT' }),
    });
    const { error } = JSON.parse(written[0] ?? '');
    expect(error).to.include({ code: 'ENOENT', message: 'no such thing' });
    expect(error.at).to.match(/^at .*logger\.test\.js/);
  });
});
