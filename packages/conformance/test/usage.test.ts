/** How the command is called, and what it writes. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { isPrivate } from '../dist/platform/addresses.js';
import { junitReport } from '../dist/report/junit.js';
import { textReport } from '../dist/report/text.js';
import { parseVector } from '../dist/vectors/vector.js';
import { command } from './support/command.js';

const VECTORS = fileURLToPath(new URL('../test/vectors', import.meta.url));
const ADAPTER = `"${process.execPath}" "${fileURLToPath(new URL('support/adapter.js', import.meta.url))}"`;

const REPORT = {
  subject: 'a & b',
  results: [
    { chapter: 'One', title: 'It is so.', rules: ['LOG-1'], outcome: 'passed', message: null },
    {
      chapter: 'One',
      title: 'It is not.',
      rules: [],
      outcome: 'failed',
      message: 'got "<x>\u001b"',
    },
    { chapter: 'Two', title: 'Later.', rules: [], outcome: 'skipped', message: 'needs more' },
    { chapter: 'Two', title: 'Never.', rules: [], outcome: 'unsupported', message: null },
  ].map((one) => ({ ...one, milliseconds: 250 })),
} as Parameters<typeof textReport>[0];

describe('The command', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'covisa-conformance-test-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const args of [
    [],
    ['--adapter', 'x', '--url', 'http://127.0.0.1'],
    ['--adapter', 'x', '--report', 'html'],
    ['--adapter', 'x', '--timeout', '0'],
    ['--url', 'http://127.0.0.1/path'],
    ['--url', 'ftp://127.0.0.1'],
    ['--url', 'http://127.0.0.1:9'],
    ['--url', 'http://127.0.0.1:9', '--vectors', 'x'],
    ['--no-such-flag'],
    ['more'],
  ]) {
    it(`is not called with ${args.join(' ') || 'nothing'}.`, async () => {
      const ended = await command(...args);
      expect(ended.status).to.equal(2);
      expect(ended.note).to.match(/^covisa-conformance: .+\n\nUsage: /u);
      expect(ended.out).to.equal('');
    });
  }

  it('does not take a folder without vectors.', async () => {
    const ended = await command('--adapter', ADAPTER, '--vectors', folder);
    expect(ended.status).to.equal(2);
    expect(ended.note).to.match(/--vectors: there are none in/u);
  });

  it('says how it is called.', async () => {
    const { status, out } = await command('--help');
    expect(status).to.equal(0);
    expect(out).to.match(/^Usage: covisa-conformance --adapter/u);
  });

  it('writes its report into a file.', async () => {
    const output = join(folder, 'report.xml');
    const args = ['--vectors', VECTORS, '--report', 'junit', '--output', output];
    const ended = await command('--adapter', ADAPTER, ...args);
    expect(ended).to.deep.equal({ status: 0, out: '', note: '' });
    expect(readFileSync(output, 'utf8')).to.match(
      /^<\?xml .+\n<testsuites .+ tests="3" failures="0"/u,
    );
  });

  it('does not run what it cannot write.', async () => {
    const output = join(folder, 'nowhere', 'report.txt');
    const args = ['--vectors', VECTORS, '--output', output];
    expect((await command('--adapter', ADAPTER, ...args)).status).to.equal(2);
  });

  it('fails a file that holds no vector.', async () => {
    writeFileSync(join(folder, 'broken.json'), '{"title": "No operation.", "rules": []}');
    const ended = await command('--adapter', ADAPTER, '--vectors', folder);
    expect(ended.status).to.equal(1);
    expect(ended.out).to.match(/the vector cannot be read: operation: expected a text/u);
  });
});

describe('A vector', () => {
  for (const [problem, text] of [
    ['expected JSON', '{'],
    ['expected an object', '[]'],
    ['title: expected a text', '{}'],
    ['rules: expected a list of ids', '{"title": "x"}'],
    ['input: expected an object', '{"title": "x", "rules": [], "operation": "y"}'],
    [
      'expect: expected {ok} or {error}',
      '{"title": "x", "rules": [], "operation": "y", "input": {}, "expect": {"ok": {}, "error": "E"}}',
    ],
  ] as const) {
    it(`is refused where it is not whole: ${problem}.`, () => {
      expect(parseVector('a/b.json', text)).to.deep.equal({
        ...{ chapter: 'a', title: 'b.json', problem },
      });
    });
  }
});

describe('A report', () => {
  it('is a text for people, in which nothing speaks to the terminal.', () => {
    expect(textReport(REPORT)).to.equal(`Conformance of a & b

One
  ok          It is so. [LOG-1]
  FAILED      It is not.
              got "<x> "

Two
  skipped     Later.
              needs more
  unsupported Never.

1 passed, 1 failed, 1 skipped, 1 unsupported
`);
  });

  it('is XML for build servers.', () => {
    const totals = 'tests="2" failures="1" errors="0" skipped="0" time="0.500"';
    const [, all, one, passed, failed, failure] = junitReport(REPORT).split('\n');
    expect(all).to.match(
      /^<testsuites name="a &amp; b" tests="4" failures="1" errors="0" skipped="2"/u,
    );
    expect(one).to.equal(`  <testsuite name="One" ${totals}>`);
    expect(passed).to.equal('    <testcase classname="One" name="LOG-1: It is so." time="0.250"/>');
    expect(failed).to.equal('    <testcase classname="One" name="It is not." time="0.250">');
    expect(failure).to.equal('      <failure message="got &quot;&lt;x&gt;?&quot;"/>');
  });
});

describe('A private address', () => {
  for (const address of ['127.0.0.1', '10.1.2.3', '192.168.0.9', '172.31.0.1', '::1', 'fd00::1']) {
    it(`is told: ${address}.`, () => expect(isPrivate(address)).to.equal(true));
  }
  for (const address of ['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1']) {
    it(`is not one: ${address}.`, () => expect(isPrivate(address)).to.equal(false));
  }
});
