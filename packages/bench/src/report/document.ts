/** `docs/benchmarks.md`: every line with its bounds, figures, picture and remarks. */

import type { Ratio } from '../harness/line.js';
import type { LineReport, Machine, Report } from './report.js';
import { boundText, figureText, metText, valueText, withUnit } from './words.js';

/** The document from a report, and the names of the lines that have a picture. */
export function benchmarksPage(report: Report, pictured: ReadonlySet<string>): string {
  return [
    ...introduction(report.peers),
    ...summary(report.lines),
    ...report.lines.flatMap((line) => section(line, pictured.has(line.name))),
  ].join('\n');
}

function introduction(peers: readonly string[]): readonly string[] {
  return [
    '# Benchmarks',
    '',
    'Absolute figures tell of a machine. So a figure here is held against a floor, a peer or itself at',
    'another size, measured on the same machine in the same run of its line; those of time in alternating',
    'rounds (A B A B …), of which the medians are told. Some are held against a plain bound. A bound that',
    'is missed says so. Made by a script; do not edit.',
    '',
    '```sh',
    'npm run bench                       # all lines; installs the peers into packages/bench once',
    'npm run bench -- --only qr,growth   # some of them',
    'npm run bench -- --quick            # small sizes: shows that all lines run, and proves nothing',
    'npm run bench -- --json             # one JSON document',
    'npm run bench -- --write            # writes this page; lines that did not run stay as they are',
    'npm run bench -- --strict           # exit status 1 if a bound is missed',
    '```',
    '',
    `Peers: ${peers.join(', ')}. All figures in one JSON document:`,
    '[benchmarks/results.json](benchmarks/results.json).',
    '',
  ];
}

function summary(lines: readonly LineReport[]): readonly string[] {
  return [
    '| line | what | against | ours | theirs | ratio | wanted | met |',
    '|---|---|---|---|---|---|---|---|',
    ...lines.flatMap(({ name, ratios }) => ratios.map((ratio) => row(name, ratio))),
    '',
  ];
}

function row(name: string, ratio: Ratio): string {
  const { unit, ours, theirs, against } = ratio;
  const cells = [
    `[${name}](#${name})`,
    ratio.name,
    against,
    withUnit(ours, unit),
    theirs === null ? '–' : withUnit(theirs, unit),
    valueText(ratio),
    boundText(ratio) || '–',
    metText(ratio, 'yes', '**no**'),
  ];
  return `| ${cells.map(escaped).join(' | ')} |`;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}

function section(line: LineReport, isPictured: boolean): readonly string[] {
  const { name, title, figures, notes, error } = line;
  return [
    `## ${name}`,
    '',
    `${title}.`,
    '',
    ...(isPictured ? [`![${title}](benchmarks/${name}.svg)`, ''] : []),
    ...(error === null ? [] : [`It broke off: ${error}`, '']),
    ...figureTable(figures),
    ...notes.map((note) => `- ${note}`),
    ...(notes.length > 0 ? [''] : []),
    `Measured on ${line.date} in ${figureText(line.seconds)} s: ${machineText(line.machine)}.`,
    '',
  ];
}

function figureTable(figures: LineReport['figures']): readonly string[] {
  const rows = Object.entries(figures);
  if (rows.length === 0) return [];
  return [
    '| figure | |',
    '|---|---:|',
    ...rows.map(([name, figure]) => `| ${escaped(name)} | ${figureText(figure)} |`),
    '',
  ];
}

function machineText({ processor, cores, memoryGibibytes, system, node }: Machine): string {
  return `${processor}, ${cores} cores, ${memoryGibibytes} GiB, ${system}, Node.js ${node}`;
}
