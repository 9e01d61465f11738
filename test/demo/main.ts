/**
 * The demo: six node processes on loopback play the life of a programme, through HTTP and the
 * command line. `--json` prints one document { ok, seconds, steps } and nothing else. The exit
 * status is 0 only if every step is ok.
 */

import { systemClock } from '#node/adapters/clock-system.js';
import { castPeople, START, startSpaces } from './cast.js';
import { Network } from './network.js';
import { type Document, Report } from './report.js';
import type { Story } from './story.js';
import { foundProgramme } from './story-01-programme.js';
import { travelToShanghai } from './story-02-shanghai.js';
import { workBothWays } from './story-03-both-ways.js';
import { countFromGossip } from './story-04-gossip.js';
import { askTheHome } from './story-05-home.js';
import { giveTheLastDayTwice } from './story-06-partition.js';
import { refuse } from './story-07-refusals.js';
import { restore } from './story-08-restore.js';
import { killTwentyTimes } from './story-09-kills.js';
import { fallSilent } from './story-10-silence.js';
import { compareStatements } from './story-11-statements.js';

/** Far more than the story takes: a story that hangs ends here. */
const LIMIT_MILLISECONDS = 240_000;

const CHAPTERS: readonly ((story: Story) => Promise<void>)[] = [
  workBothWays,
  countFromGossip,
  askTheHome,
  giveTheLastDayTwice,
  refuse,
  restore,
  killTwentyTimes,
  fallSilent,
  compareStatements,
];

async function tell(report: Report, network: Network): Promise<void> {
  const spaces = await startSpaces(network);
  const stage = { report, network, spaces };
  const programme = await foundProgramme(stage);
  const people = { ...(await castPeople(spaces)), mia: await travelToShanghai(stage) };
  const story: Story = { ...stage, programme, people };
  for (const chapter of CHAPTERS) await chapter(story);
}

/** The story, as far as it comes: what breaks it off is a step that failed. */
async function tellToTheEnd(report: Report, network: Network): Promise<void> {
  let late = (): void => {};
  const limit = systemClock.after(LIMIT_MILLISECONDS, () => late());
  try {
    await Promise.race([
      tell(report, network),
      new Promise<never>((_, reject) => {
        late = () => reject(new Error(`no end after ${LIMIT_MILLISECONDS} ms`));
      }),
    ]);
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    report.step('the story goes on to its end', 'no error', what);
  } finally {
    limit.cancel();
  }
}

/** What the nodes wrote last, for whoever looks for the fault. */
function noteLastLines(network: Network): void {
  for (const space of network.spaces) {
    const lines = space.lastLines();
    if (lines !== '') process.stderr.write(`\n${space.name}:\n${lines}\n`);
  }
}

async function main(): Promise<void> {
  const isJson = process.argv.includes('--json');
  const began = systemClock.nowMilliseconds();
  const report = new Report(isJson ? () => {} : (text) => process.stdout.write(`${text}\n`));
  const network = new Network(START);
  const stopped = () => {
    void network.close().then(() => process.exit(130));
  };
  process.once('SIGINT', stopped).once('SIGTERM', stopped);
  await tellToTheEnd(report, network);
  const seconds = Math.round((systemClock.nowMilliseconds() - began) / 100) / 10;
  const document = report.document(seconds);
  if (!document.ok) noteLastLines(network);
  await network.close();
  process.stdout.write(`${isJson ? JSON.stringify(document, null, 2) : ending(document)}\n`);
  process.exitCode = document.ok ? 0 : 1;
}

function ending({ steps, seconds }: Document): string {
  const failed = steps.filter((step) => !step.ok).length;
  return `\n${steps.length} steps in ${seconds} s: ${failed === 0 ? 'all ok' : `${failed} FAILED`}`;
}

await main();
