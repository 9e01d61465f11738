/** The table that people read in the terminal. */

import type { Ratio } from '../harness/line.js';
import { isLineMet, type LineReport, type Report } from './report.js';
import { boundText, figureText, metText, valueText, withUnit } from './words.js';

function cellsOf(ratio: Ratio): readonly string[] {
  const { name, against, unit, ours, theirs } = ratio;
  return [
    name,
    against,
    withUnit(ours, unit),
    theirs === null ? '' : withUnit(theirs, unit),
    valueText(ratio),
    boundText(ratio),
    metText(ratio, 'met', 'MISSED'),
  ];
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function sectionOf(line: LineReport): readonly string[] {
  const head = `${line.title} (${line.name}, ${line.seconds} s)`;
  if (line.error !== null) return [head, `  broke off: ${line.error}`, ''];
  const titles = ['what', 'against', 'ours', 'theirs', 'value', 'wanted', ''];
  return [
    head,
    ...aligned([titles, ...line.ratios.map(cellsOf)]).map((row) => `  ${row}`),
    ...Object.entries(line.figures).map(([name, figure]) => `  ${name}: ${figureText(figure)}`),
    ...line.notes.map((note) => `  - ${note}`),
    '',
  ];
}

/** A run as text. */
export function textReport({ lines, isQuick }: Report): string {
  const met = lines.filter(isLineMet).length;
  return [
    ...lines.flatMap(sectionOf),
    ...(isQuick ? ['Quick sizes: these figures prove nothing.'] : []),
    `${met} of ${lines.length} lines meet their bounds.`,
  ].join('\n');
}
