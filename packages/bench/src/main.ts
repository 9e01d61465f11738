/**
 * `npm run bench`: runs the lines of the benchmark, one after the other, and says what they found.
 * The exit status is 1 if a line broke off or lacks a figure, or, with `--strict`, if a bound was
 * missed.
 */

import { today } from './harness/clock.js';
import { LINES } from './lines/index.js';
import { thisMachine } from './machine.js';
import { parseOptions } from './options.js';
import { installPeers, peers } from './peers.js';
import { gaveFigures, type LineReport, toReport } from './report/report.js';
import { textReport } from './report/table.js';
import { runLine } from './run-line.js';
import { writeDocuments } from './write.js';

const { chosen, json, quick, write, strict } = parseOptions(process.argv.slice(2), LINES);
installPeers();

const lines: LineReport[] = [];
for (const line of chosen) {
  console.error(`${line.name}: ${line.title}`);
  const outcome = await runLine(line, quick);
  lines.push({
    name: line.name,
    title: line.title,
    date: today(),
    machine: thisMachine(),
    seconds: outcome.seconds,
    error: 'error' in outcome ? outcome.error : null,
    ...('result' in outcome ? outcome.result : { ratios: [], figures: {}, notes: [] }),
  });
}

const report = toReport(lines, { isQuick: quick, peers: peers() });
console.log(json ? JSON.stringify(report, null, 2) : textReport(report));
if (write) {
  writeDocuments(
    report,
    LINES.map(({ name }) => name),
  );
}
const isWhole = lines.every(gaveFigures);
process.exitCode = !isWhole || (strict && !report.isMet) ? 1 : 0;
