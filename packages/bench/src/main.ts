/**
 * `npm run bench`: runs the lines of the benchmark, one after the other, and says what they found.
 * The exit status is 1 if a line broke off or lacks a figure, or, with `--strict`, if a bound was
 * missed; it is 2 for arguments that it does not know.
 */

import { today } from './harness/clock.js';
import { LINES } from './lines/index.js';
import { thisMachine } from './machine.js';
import { type Options, parseOptions, usage } from './options.js';
import { installPeers, peers } from './peers.js';
import { gaveFigures, type LineReport, toReport } from './report/report.js';
import { textReport } from './report/table.js';
import { runLine } from './run-line.js';
import { writeDocuments } from './write.js';

async function bench({ chosen, json, quick, write, strict }: Options): Promise<number> {
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
  return !isWhole || (strict && !report.isMet) ? 1 : 0;
}

/** What the command line asks for; null where it said what the command line can ask for instead. */
function asked(): Options | null {
  try {
    const options = parseOptions(process.argv.slice(2), LINES);
    if (options === null) console.log(usage(LINES));
    return options;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    console.error(`${error.message}\n\n${usage(LINES)}`);
    process.exitCode = 2;
    return null;
  }
}

const options = asked();
if (options !== null) process.exitCode = await bench(options);
