/**
 * The demo: six node processes on loopback play the life of a programme, through HTTP and the command line. `--json`
 * prints one document { ok, seconds, steps } and nothing else. The exit status is 0 only if every step is ok.
 */

import { systemClock } from '#node/adapters/clock-system.js';
import { castPeople, START, startSpaces } from './cast.js';
import { Network } from './network.js';
import { Report } from './report.js';
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

/** A story that broke off is told as a step that failed, with what the nodes wrote last. */
function breakOff(report: Report, network: Network, error: unknown): void {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  report.step('the story goes on to its end', 'no error', what);
  for (const space of network.spaces) {
    const lines = space.lastLines();
    if (lines !== '') report.say(`${space.name}:\n${lines}`);
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
  await tell(report, network).catch((error: unknown) => breakOff(report, network, error));
  await network.close();
  const seconds = Math.round((systemClock.nowMilliseconds() - began) / 100) / 10;
  const document = report.document(seconds);
  const failed = document.steps.filter((step) => !step.ok).length;
  const end = failed === 0 ? 'all ok' : `${failed} FAILED`;
  const last = `\n${document.steps.length} steps in ${seconds} s: ${end}`;
  process.stdout.write(`${isJson ? JSON.stringify(document, null, 2) : last}\n`);
  process.exitCode = document.ok ? 0 : 1;
}

await main();
