/** What a run found, as data, text, page and picture. */

import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { benchmarksPage } from '../../dist/report/document.js';
import { barPicture } from '../../dist/report/picture.js';
import { gaveFigures, mergeLines, toReport } from '../../dist/report/report.js';
import { textReport } from '../../dist/report/table.js';
import { figureText } from '../../dist/report/words.js';
import { RATIOS, sampleLine } from './sample.js';

const WHOLE = { isQuick: false, peers: ['jose 6.2.18'] };

describe('a report', () => {
  it('is met if each line ran and met each bound', () => {
    const isMet = (changes: Parameters<typeof sampleLine>[1]): boolean =>
      toReport([sampleLine('a'), sampleLine('b', changes)], WHOLE).isMet;
    expect(isMet({})).to.equal(true);
    expect(isMet({ ratios: RATIOS })).to.equal(false);
    expect(isMet({ error: 'exit status 1', ratios: [] })).to.equal(false);
  });

  it('tells lines that gave all of their figures', () => {
    const gave = (changes: Parameters<typeof sampleLine>[1]) =>
      gaveFigures(sampleLine('a', changes));
    expect(gave({ ratios: RATIOS })).to.equal(true);
    expect(gave({ figures: {} })).to.equal(true);
    expect(gave({ error: 'exit status 1' })).to.equal(false);
    expect(gave({ ratios: [] })).to.equal(false);
    expect(gave({ figures: { rate: Number.NaN } })).to.equal(false);
    const endless = RATIOS.map((ratio) => ({ ...ratio, value: Number.POSITIVE_INFINITY }));
    expect(gave({ ratios: endless })).to.equal(false);
  });

  it('keeps the lines that did not run again, in order, and drops lines that are no more', () => {
    const earlier = [sampleLine('gone'), sampleLine('b'), sampleLine('a')];
    const newer = [sampleLine('b', { seconds: 2 }), sampleLine('c')];
    const merged = mergeLines(earlier, newer, ['a', 'b', 'c', 'd']);
    expect(merged.map(({ name, seconds }) => [name, seconds])).to.deep.equal([
      ['a', 12.3],
      ['b', 2],
      ['c', 12.3],
    ]);
  });

  it('keeps an earlier result where the line now broke off, or lacks a figure', () => {
    const endless = sampleLine('a', { seconds: 2, figures: { rounds: Number.POSITIVE_INFINITY } });
    expect(mergeLines([sampleLine('a')], [endless], ['a'])[0]?.seconds).to.equal(12.3);
    const broken = { error: 'exit status 1', ratios: [] };
    const newer = [sampleLine('a', broken), sampleLine('b', broken)];
    const merged = mergeLines([sampleLine('a')], newer, ['a', 'b']);
    expect(merged.map(({ error }) => error)).to.deep.equal([null, 'exit status 1']);
  });
});

describe('figures', () => {
  it('have three digits that mean something, and whole numbers from 100 on', () => {
    expect([0, 0.012_34, 1.25, 12.345, 99.96, 123.4, 123_456.7].map(figureText)).to.deep.equal([
      '0',
      '0.0123',
      '1.25',
      '12.3',
      '100',
      '123',
      '123,457',
    ]);
  });
});

describe('the table in the terminal', () => {
  it('says of each bound whether it is met', () => {
    const text = textReport(toReport([sampleLine('a', { ratios: RATIOS })], WHOLE));
    expect(text.split('\n').map((line) => line.trim().replace(/ {2,}/gu, ' | '))).to.deep.equal([
      'What a measures (a, 12.3 s)',
      'what | against | ours | theirs | value | wanted',
      'one verification | the floor | 250 µs | 200 µs | 1.25 × | at most 1.25 × | met',
      'one verification | a <peer> | 250 µs | 400 µs | 1.6 × | at least 2 × | MISSED',
      'memory | a bound | 0.0123 MiB | 0.0123 MiB | at most 1 MiB | met',
      'verifications a second: 123,457',
      '- Keys are kept.',
      '',
      '0 of 1 lines meet their bounds.',
    ]);
  });

  it('says neither met nor missed where nothing is demanded', () => {
    const [first] = RATIOS;
    const ratios = first ? [{ ...first, wanted: null, isMet: true }] : [];
    const report = toReport([sampleLine('a', { ratios })], WHOLE);
    expect(textReport(report)).to.match(/^ {2}one verification .* 1\.25 ×$/mu);
    expect(benchmarksPage(report, new Set())).to.include(
      '| [a](#a) | one verification | the floor | 250 µs | 200 µs | 1.25 × | – |  |',
    );
  });

  it('says that quick figures prove nothing, and what broke off', () => {
    const lines = [sampleLine('a', { error: 'exit status 1', ratios: [] })];
    const text = textReport(toReport(lines, { ...WHOLE, isQuick: true }));
    expect(text).to.include('broke off: exit status 1').and.include('prove nothing');
  });
});

describe('the page', () => {
  const page = benchmarksPage(toReport([sampleLine('a', { ratios: RATIOS })], WHOLE), new Set('a'));

  it('names lines that there are where it says how to run some of them', () => {
    const [, names = ''] = /--only (\S+)/u.exec(page) ?? [];
    const isLine = (name: string): boolean =>
      existsSync(new URL(`../../dist/lines/${name}.js`, import.meta.url));
    expect(names.split(',').filter(isLine)).to.deep.equal(['qr', 'growth']);
  });

  it('has a row a bound', () => {
    expect(page.split('\n').filter((line) => line.startsWith('| [a]'))).to.deep.equal([
      '| [a](#a) | one verification | the floor | 250 µs | 200 µs | 1.25 × | at most 1.25 × | yes |',
      '| [a](#a) | one verification | a <peer> | 250 µs | 400 µs | 1.6 × | at least 2 × | **no** |',
      '| [a](#a) | memory | a bound | 0.0123 MiB | – | 0.0123 MiB | at most 1 MiB | yes |',
    ]);
  });

  it('has figures, remarks, picture and machine of each line', () => {
    expect(page).to.include('| verifications a second | 123,457 |');
    expect(page).to.include('- Keys are kept.');
    expect(page).to.include('![What a measures](benchmarks/a.svg)');
    expect(page).to.include(
      'Measured on 2026-11-26 in 12.3 s: A 1, 2 cores, 8 GiB, linux 6.1, Node.js 20.20.0.',
    );
  });
});

describe('the picture', () => {
  it('draws ours once beside all that it is held against, to scale', () => {
    const picture = barPicture('A', RATIOS) ?? '';
    expect([...picture.matchAll(/width="(\d+)" height="18"/gu)].map(([, width]) => width))
      .to.deep //
      .equal(['180', '144', '288']);
    expect([...picture.matchAll(/>covisa</gu)]).to.have.length(1);
    expect(picture).to.include('a &lt;peer&gt;').and.include('>200 µs<');
  });

  it('is none where there is only a bound', () => {
    expect(barPicture('A', RATIOS.slice(2))).to.equal(null);
  });
});
