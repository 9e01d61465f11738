/**
 * Chapter 2: a Melbourne member claims a visa with a key made in the wallet, and works in Shanghai
 * for four days.
 */

import { shape } from '@covisa/protocol';
import { readWallet } from '#node/cli/wallet.js';
import { checkIn, outcomeOf, type Person, show, visitsAtHome } from './people.js';
import { runCommand } from './processes.js';
import { nextDay, type Stage, settleMembers } from './story.js';

const added = shape.open({
  claimLink: shape.text({ min: 10, max: 400 }),
  member: shape.open({ id: shape.text({ min: 1, max: 64 }) }),
});
const claimed = shape.open({ displayName: shape.text({ min: 1, max: 24 }) });
const checked = shape.open({
  stamped: shape.bool,
  sentence: shape.text({ min: 1, max: 500 }),
  verdict: shape.open({ outcome: shape.text({ min: 1, max: 10 }) }),
});

/** Mia's week in Shanghai; resolves with Mia. */
export async function travelToShanghai(stage: Stage): Promise<Person> {
  stage.report.chapter(2, 'A Melbourne member travels to Shanghai for a week');
  const mia = await claimByCommand(stage);
  await firstDay(stage, mia);
  await laterDays(stage, mia);
  return mia;
}

async function claimByCommand({ report, network, spaces }: Stage): Promise<Person> {
  const { melbourne } = spaces;
  const document = await melbourne.command('member', 'add', 'Mia Chen', '--display-name', 'Mia');
  const { claimLink, member } = added.parse(document);
  const file = network.path('mia.json');
  const { out } = await runCommand(['--json', 'wallet', 'claim', claimLink, '--wallet', file]);
  const { displayName } = claimed.parse(JSON.parse(out));
  report.step('Mia’s wallet makes a key and claims the visa by the link', 'Mia', displayName);
  const again = await runCommand([
    ...['--json', 'wallet', 'claim', claimLink],
    ...['--wallet', network.path('thief.json')],
  ]);
  report.step('the link serves once', 1, again.status);
  return { name: 'Mia', home: melbourne, memberId: member.id, wallet: readWallet(file) };
}

/** At the desk by the command line; a second scan of the same day by HTTP. */
async function firstDay({ report, network, spaces }: Stage, mia: Person): Promise<void> {
  const { shanghai } = spaces;
  const token = show(network, mia, { host: shanghai });
  const document = await shanghai.command('check', token, '--stamp', 'free');
  const { stamped, sentence, verdict } = checked.parse(document);
  report.step(
    'day 1 in Shanghai is free, and stamped',
    {
      outcome: 'free',
      stamped: true,
      sentence: 'Free. Free days left after this one: 1; then the regular rate, CNY 180.',
    },
    { outcome: verdict.outcome, stamped, sentence },
  );
  const before = (await shanghai.status()).logSize;
  const second = await checkIn(network, mia, shanghai);
  report.step(
    'a second scan on the same day says so',
    { outcome: 'free', reason: 'SAME_DAY', leftHere: 1, leftInProgramme: 4 },
    outcomeOf(second.check),
  );
  const { logSize } = await shanghai.status();
  report.step('and makes no stamp: the log has not grown', 0, logSize - before);
}

async function laterDays(stage: Stage, mia: Person): Promise<void> {
  const { report, network, spaces } = stage;
  const { shanghai } = spaces;
  const days = [
    { outcome: 'free', reason: 'FREE_DAY', leftHere: 0, leftInProgramme: 3 },
    { outcome: 'paid', reason: 'ALLOWANCE_HOST_USED', leftHere: 0, leftInProgramme: 3 },
    { outcome: 'paid', reason: 'ALLOWANCE_HOST_USED', leftHere: 0, leftInProgramme: 3 },
  ];
  for (const [index, expected] of days.entries()) {
    await nextDay(stage);
    const { check } = await checkIn(network, mia, shanghai);
    const what = expected.outcome === 'free' ? 'free, the last one here' : 'paid';
    report.step(`day ${index + 2} is ${what}`, expected, outcomeOf(check));
    if (index === 0) report.step('the home granted it', 'had', check.grant);
    if (index === 1) {
      const rate = { kind: 'regular', rate: { amount: 18000, currency: 'CNY' }, note: null };
      report.step('at Shanghai’s regular rate, CNY 180', rate, check.verdict.pays);
      report.step(
        'and the verdict says why',
        'Paid. The free days here are used up: 2 of 2 in the visa year. To pay: the regular rate, CNY 180.',
        check.sentence,
      );
    }
  }
  await settleMembers(stage);
  report.step(
    'Melbourne knows all four days from gossip',
    [
      'Shanghai 2030-03-04 free',
      'Shanghai 2030-03-05 free',
      'Shanghai 2030-03-06 paid',
      'Shanghai 2030-03-07 paid',
    ],
    await visitsAtHome(mia),
  );
}
