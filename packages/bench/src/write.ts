/** Writes `docs/benchmarks.md` with pictures and results beside it. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENTS } from './folders.js';
import { benchmarksPage } from './report/document.js';
import { barPicture } from './report/picture.js';
import { type LineReport, mergeLines, type Report, toReport } from './report/report.js';

const FOLDER = join(DOCUMENTS, 'benchmarks');
const RESULTS = join(FOLDER, 'results.json');

function earlierLines(): readonly LineReport[] {
  // Only this file writes it.
  return existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')).lines : [];
}

/** Puts a run's lines into the documents; `names` are all lines that there are, in their order. */
export function writeDocuments(report: Report, names: readonly string[]): void {
  mkdirSync(FOLDER, { recursive: true });
  const whole = toReport(mergeLines(earlierLines(), report.lines, names), report);
  const pictured = new Set<string>();
  for (const { name, title, ratios } of whole.lines) {
    const picture = barPicture(title, ratios);
    if (picture === null) continue;
    writeFileSync(join(FOLDER, `${name}.svg`), picture);
    pictured.add(name);
  }
  writeFileSync(RESULTS, `${JSON.stringify(whole, null, 2)}\n`);
  writeFileSync(join(DOCUMENTS, 'benchmarks.md'), benchmarksPage(whole, pictured));
}
