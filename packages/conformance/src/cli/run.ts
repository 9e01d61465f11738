/** Runs the command: reads its arguments, runs the tests, writes the report. */

import { writeFileSync } from 'node:fs';
import { testNode } from '../node/run.js';
import { isThisMachine, leadsToPrivate } from '../platform/addresses.js';
import { systemClock } from '../platform/clock.js';
import { sendTo } from '../platform/http.js';
import { listenHere } from '../platform/listener.js';
import { systemRandom } from '../platform/random.js';
import { jsonReport } from '../report/json.js';
import { junitReport } from '../report/junit.js';
import { isPassed, type Report } from '../report/result.js';
import { textReport } from '../report/text.js';
import { runVectors } from '../vectors/run.js';
import { readVectors, vectorsFolder } from '../vectors/vector.js';
import {
  type AdapterArguments,
  HELP,
  type NodeArguments,
  parseArguments,
  type ReportFormat,
  UsageError,
} from './arguments.js';

/** Where the command writes. */
export interface Io {
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
}

const PASSED = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

const REPORTS: { readonly [format in ReportFormat]: (report: Report) => string } = {
  text: textReport,
  json: jsonReport,
  junit: junitReport,
};

async function reportOnNode(args: NodeArguments): Promise<Report> {
  const { url, invite, token, only, timeoutMilliseconds } = args;
  const isPrivate = await leadsToPrivate(url).catch(() => {
    throw new UsageError(`--url: there is no host ${url.hostname}`);
  });
  if (isPrivate && !args.allowPrivate) {
    throw new UsageError(`--url: ${url.host} is a private address; allow it by --allow-private`);
  }
  return testNode({
    origin: url.origin,
    send: sendTo(url, timeoutMilliseconds),
    clock: systemClock,
    random: systemRandom,
    listen: isPrivate && isThisMachine(url) ? listenHere : null,
    invite,
    token,
    only,
    timeoutMilliseconds,
  });
}

async function reportOnAdapter(args: AdapterArguments): Promise<Report> {
  const folder = args.vectors ?? vectorsFolder();
  const { only } = args;
  const vectors = readVectors(folder).filter(
    ({ title, chapter }) => only === null || title.includes(only) || chapter.includes(only),
  );
  if (vectors.length === 0) throw new UsageError(`--vectors: there are none in ${folder}`);
  const { command, timeoutMilliseconds } = args;
  const results = await runVectors(vectors, { command, timeoutMilliseconds, clock: systemClock });
  return { subject: command, results };
}

function write(report: Report, { format, output }: NodeArguments | AdapterArguments, io: Io): void {
  const text = REPORTS[format](report);
  if (output === null) {
    io.out(text);
    return;
  }
  try {
    writeFileSync(output, text);
  } catch (cause) {
    throw new UsageError(`--output: ${output} cannot be written`, { cause });
  }
}

/** The exit status: 0 nothing failed, 1 something failed, 2 wrong usage. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  try {
    const parsed = parseArguments(args);
    if (parsed === null) {
      io.out(HELP);
      return PASSED;
    }
    const report =
      parsed.kind === 'node' ? await reportOnNode(parsed) : await reportOnAdapter(parsed);
    write(report, parsed, io);
    return isPassed(report) ? PASSED : FAILED;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.note(`covisa-conformance: ${error.message}\n\n${HELP}`);
    return WRONG_USAGE;
  }
}
