/** The sample network of `covisa try`, with more to see: hours, seats, amenities, an own offer. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, parseCalendarDate, shape } from '@covisa/protocol';
import { NodeClient } from '#node/cli/client.js';
import { ROOT } from '../repository.js';
import { printed } from './printed.js';
import { startWaitingNode } from './waiting-node.js';

/** How long a message between nodes of one machine may take. */
const LOOKS_MAX = 100;
const LOOK_MILLISECONDS = 100;

const document = shape.open({
  spaces: shape.list(
    shape.open({
      space: shape.text({ min: 43, max: 43 }),
      name: shape.text({ min: 1, max: 80 }),
      address: shape.text({ min: 8, max: 200 }),
      data: shape.text({ min: 1, max: 400 }),
    }),
    3,
    3,
  ),
  password: shape.text({ min: 10, max: 100 }),
  claimLink: shape.text({ min: 10, max: 300 }),
});

/** A space whose node runs. */
export interface SampleSpace {
  readonly id: string;
  readonly url: string;
  readonly client: NodeClient;
}

/** Three spaces in one programme, with members and visits. */
export interface SampleNetwork {
  readonly melbourne: SampleSpace;
  readonly shanghai: SampleSpace;
  readonly berlin: SampleSpace;
  /** The owner's, of all three. */
  readonly password: string;
  /** A visa of Melbourne that nobody has claimed. */
  readonly claimLink: string;
  readonly programme: string;
  /** First set-up of a node that nobody has made. */
  readonly setUpLink: string;
  stop(): Promise<void>;
}

/** Starts the network. */
export async function startSample(folder: string): Promise<SampleNetwork> {
  const main = join(ROOT, 'packages', 'node', 'dist', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, '--json', '--data', folder, 'try'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { spaces, password, claimLink } = document.parse(await printed(child));
  const [melbourne, shanghai, berlin] = spaces.map(({ space, address, data }) => {
    const token = readFileSync(join(data, 'api-token'), 'utf8').trim();
    return { id: space, url: address, client: new NodeClient(address, token) };
  });
  if (!melbourne || !shanghai || !berlin) throw new Error('sample: expected three spaces');
  await furnish({ melbourne, shanghai, berlin });
  const [programme] =
    await melbourne.client.get<readonly { readonly id: string }[]>('/api/programmes');
  const waiting = await startWaitingNode(join(folder, 'new'));
  const stop = () =>
    new Promise<void>((resolve) => {
      waiting.stop();
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  const named = { melbourne, shanghai, berlin };
  const { setUpLink } = waiting;
  return { ...named, password, claimLink, programme: programme?.id ?? '', setUpLink, stop };
}

/** Hours of Monday to Friday, Saturday and Sunday, in minutes after midnight. */
function week(weekdays: readonly [number, number], saturday?: readonly [number, number]) {
  const spans = (hours: readonly [number, number]) => [{ from: hours[0], to: hours[1] }];
  return [1, 2, 3, 4, 5]
    .map(() => spans(weekdays))
    .concat([saturday === undefined ? [] : spans(saturday), []]);
}

type Three = Pick<SampleNetwork, 'melbourne' | 'shanghai' | 'berlin'>;

async function furnish({ melbourne, shanghai, berlin }: Three): Promise<void> {
  await describe(melbourne, {
    venue: {
      hours: week([510, 1080]),
      seats: 60,
      amenities: ['meeting rooms', 'phone booths', 'coffee', 'bike parking'],
    },
    profile: { site: 'https://yarra.example', mailbox: 'hello@yarra.example' },
  });
  await describe(shanghai, {
    venue: {
      hours: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
      seats: 120,
      amenities: ['24h access', 'roof terrace', 'tea'],
    },
    profile: { site: 'https://bund.example', mailbox: 'hello@bund.example' },
  });
  await describe(berlin, {
    venue: {
      hours: week([540, 1140], [600, 900]),
      seats: 34,
      amenities: ['Telefonzellen', 'Café', 'Fahrradkeller', 'Garten'],
    },
    profile: {
      site: 'https://spreeraum.example',
      mailbox: 'hallo@spreeraum.example',
      houseRules: 'Phone calls in the booths, please.\nThe kitchen is everybody’s: leave it clean.',
      offer: {
        allowances: [{ days: 5, count: 'host', window: 'visa-year' }],
        notice: { kind: 'message', hours: 24 },
        amenities: { included: ['desk', 'Wi-Fi', 'coffee'], excluded: ['meeting rooms'] },
        blackout: { days: [{ yearly: '12-24', yearlyUntil: '12-31', name: 'winter break' }] },
      },
    },
  });
  for (const { client } of [melbourne, shanghai, berlin]) {
    await client.post('/api/sync', { peer: null });
  }
  await correspond({ melbourne, shanghai, berlin });
}

/** What owners have written to each other: an introduction with its answer, a note, an incident. */
async function correspond({ melbourne, shanghai, berlin }: Three): Promise<void> {
  const { date } = await shanghai.client.get<{ readonly date: string }>('/api/desk');
  const first = parseCalendarDate(date);
  await melbourne.client.post('/api/messages', {
    to: shanghai.id,
    content: {
      ...{ kind: 'introduction', first, last: addDays(first, 2), people: 1 },
      ...{ needs: 'A desk by a window, please.', displayName: 'Ada L.' },
    },
  });
  const introduction = await arrived(shanghai, melbourne.id);
  await shanghai.client.post('/api/messages', {
    ...{ to: melbourne.id, replyTo: introduction },
    content: { kind: 'answer', answer: 'note', text: 'Please use the side door on Saturday.' },
  });
  await shanghai.client.post('/api/messages', {
    to: melbourne.id,
    content: { kind: 'note', text: 'The roof terrace is open again. Bring everybody!' },
  });
  await berlin.client.post('/api/messages', {
    to: melbourne.id,
    content: { kind: 'incident', date, text: 'A visiting member has left a laptop charger here.' },
  });
  await arrived(melbourne, berlin.id);
}

/** The id of the first message from a space, as soon as it is there. */
async function arrived({ client }: SampleSpace, from: string): Promise<string> {
  for (let look = 0; look < LOOKS_MAX; look++) {
    const [message] = await client.get<readonly { readonly id: string }[]>(`/api/messages/${from}`);
    if (message !== undefined) return message.id;
    await sleep(LOOK_MILLISECONDS);
  }
  throw new Error('sample: expected a message');
}

async function describe(
  { client }: SampleSpace,
  { venue, profile }: { readonly venue: object; readonly profile: object },
): Promise<void> {
  const { venues } = await client.get<{ readonly venues: readonly object[] }>('/api/profile');
  await client.patch('/api/profile', {
    ...profile,
    venues: venues.map((one) => ({ ...one, ...venue })),
  });
}
