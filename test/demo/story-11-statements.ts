/** Chapter 11: both sides of each pair print the same statement. */

import type { Json } from '#node/cli/client.js';
import type { Statement } from '#node/engine/services.js';
import type { Space } from './space.js';
import type { Story } from './story.js';

const YEAR = { from: '2030-03-01', to: '2030-04-30' };

/** What one space gave another's members, where the story says it to the day: `free 2, paid 1`. */
const GIVEN: Readonly<Record<string, string>> = {
  'Shanghai to Melbourne': 'free 6, paid 2',
  'Shanghai to Sydney': 'paid 100',
  'Sydney to Melbourne': 'free 4',
  'Melbourne to Sydney': 'free 1',
  'Berlin to Sydney': 'free 2',
  'Berlin to Lisbon': 'free 1',
  'Melbourne to Shanghai': 'nothing',
};

/** Ten pairs of five spaces. */
export async function compareStatements({ report, network, spaces }: Story): Promise<void> {
  const { melbourne, sydney, shanghai, berlin, lisbon } = spaces;
  report.chapter(11, 'Both sides of each pair print the same statement');
  await network.start(berlin);
  await network.settle([melbourne, shanghai, berlin, lisbon]);
  const all = [melbourne, sydney, shanghai, berlin, lisbon];
  const found = new Map<string, string>();
  for (const [index, us] of all.entries()) {
    for (const them of all.slice(index + 1)) {
      const [ours, theirs] = await Promise.all([statement(us, them), statement(them, us)]);
      const expected = { given: words(theirs.received), received: words(theirs.given) };
      const actual = { given: words(ours.given), received: words(ours.received) };
      report.step(`${us.name} and ${them.name}`, expected, actual);
      found.set(`${us.name} to ${them.name}`, actual.given);
      found.set(`${them.name} to ${us.name}`, actual.received);
    }
  }
  for (const [pair, given] of Object.entries(GIVEN)) {
    report.step(`${pair}: ${given}`, given, found.get(pair));
  }
  await printed({ report, spaces });
}

function statement(us: Space, them: Space): Promise<Json<Statement>> {
  return us.client.get('/api/statement', { with: them.id, ...YEAR });
}

/** Days by kind. */
function words(totals: Json<Statement>['given']): string {
  const days = new Map<string, number>();
  for (const { kind, count, weight } of totals) {
    days.set(kind, (days.get(kind) ?? 0) + count * weight);
  }
  const parts = [...days].sort().map(([kind, sum]) => `${kind} ${sum}`);
  return parts.join(', ') || 'nothing';
}

/** The table that people read: what one calls given, the other calls given by it. */
async function printed({ report, spaces }: Pick<Story, 'report' | 'spaces'>): Promise<void> {
  const { melbourne, shanghai } = spaces;
  const dates = ['--from', YEAR.from, '--to', YEAR.to];
  const [ours, theirs] = await Promise.all([
    melbourne.text('statement', 'Shanghai', ...dates),
    shanghai.text('statement', 'Melbourne', ...dates),
  ]);
  const expected = { free: ['0', '6'], paid: ['0', '2'], courtesy: ['0', '0'] };
  report.step('as Melbourne’s owner reads it', expected, rowsOf(ours, false));
  report.step('as Shanghai’s owner reads it', expected, rowsOf(theirs, true));
}

function rowsOf(text: string, isTurned: boolean): object {
  const rows = [...text.matchAll(/^(free|paid|courtesy) +(\S+) +(\S+) *$/gm)];
  return Object.fromEntries(
    rows.map(([, kind, given, received]) => [
      kind,
      isTurned ? [received, given] : [given, received],
    ]),
  );
}
