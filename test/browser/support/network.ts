/** Real nodes for browser tests: processes on loopback, each with a data folder of its own. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SpaceId, shape, spaceId } from '@covisa/protocol';
import { NodeClient } from '#node/cli/client.js';
import { endProcess, type NodeProcess, startProcess } from '../../demo/processes.js';
import { freePort } from '../../support/tour.js';

/** How a space begins: options of `covisa start --init`. */
export interface Beginning {
  readonly name: string;
  readonly timeZone: string;
  readonly rate: string;
  readonly currency: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly address: string;
}

export const MELBOURNE: Beginning = {
  name: 'Yarra Works',
  timeZone: 'Australia/Melbourne',
  rate: '45',
  currency: 'AUD',
  latitude: -37.8136,
  longitude: 144.9631,
  address: '12 River Street, Melbourne',
};
export const SHANGHAI: Beginning = {
  name: 'Bund Loft',
  timeZone: 'Asia/Shanghai',
  rate: '180',
  currency: 'CNY',
  latitude: 31.2304,
  longitude: 121.4737,
  address: '8 Bund Road, Shanghai',
};

const startedDocument = shape.open({
  space: spaceId,
  address: shape.text({ min: 8, max: 200 }),
  setUpLink: shape.nullable(shape.text({ min: 8, max: 300 })),
});

const waitingDocument = shape.open({
  address: shape.text({ min: 8, max: 200 }),
  setUpLink: shape.text({ min: 8, max: 300 }),
});

/** A node that is not made yet: it waits for its owner. */
export interface WaitingNode {
  readonly url: string;
  /** With the one-time token. */
  readonly setUpLink: string;
}

/** A space whose node runs. */
export interface TestSpace {
  readonly name: string;
  readonly id: SpaceId;
  /** Its public address, `http://127.0.0.1:<port>`: a secure context for browsers. */
  readonly url: string;
  readonly data: string;
  readonly setUpLink: string | null;
  /** HTTP with the owner's token. */
  readonly client: NodeClient;
  /** Ends the node, as when its machine is switched off. */
  stop(): Promise<void>;
  /** Starts it again at the same address. */
  restart(): Promise<void>;
}

/** Nodes of one test file. */
export class TestNetwork {
  readonly #folder = mkdtempSync(join(tmpdir(), 'covisa-browser-'));
  readonly #running = new Map<string, NodeProcess>();

  /** Starts a space's node. */
  async start(beginning: Beginning, more: readonly string[] = []): Promise<TestSpace> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const data = join(this.#folder, beginning.name.replaceAll(' ', '-').toLowerCase());
    const { name, latitude, longitude, timeZone, rate, currency, address } = beginning;
    const document = await this.#run(data, [
      ...['--init', '--name', name, '--time-zone', timeZone, '--rate', rate],
      ...['--currency', currency, '--address', address],
      ...[`--latitude=${latitude}`, `--longitude=${longitude}`, '--port', `${port}`, '--url', url],
      ...['--allow-private-addresses', '--sync-interval-seconds', '2', ...more],
    ]);
    const token = readFileSync(join(data, 'api-token'), 'utf8').trim();
    return {
      ...{ name, id: document.space, url, data, setUpLink: document.setUpLink },
      client: new NodeClient(url, token),
      stop: () => this.#stop(data),
      restart: async () => {
        await this.#run(data, []);
      },
    };
  }

  /** Starts a node over an empty folder, for an owner to set up in a browser. */
  async startEmpty(name: string, isPublic = true): Promise<WaitingNode> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const data = join(this.#folder, name);
    const flags = ['--set-up', '--port', `${port}`, '--allow-private-addresses'];
    const address = isPublic ? ['--url', url] : [];
    const node = await startProcess(['--data', data, 'start', ...flags, ...address], `${data}.log`);
    this.#running.set(data, node);
    return { url, setUpLink: waitingDocument.parse(node.started).setUpLink };
  }

  /** A programme of these spaces, founded by the first; all of them have signed. */
  async found(
    name: string,
    [first, ...others]: readonly [TestSpace, ...TestSpace[]],
    terms?: object,
  ): Promise<void> {
    const founders = others.map(({ url }) => url);
    const body = { name, purpose: 'A test', founders, ...(terms && { terms }) };
    const { id } = await first.client.post<{ readonly id: string }>('/api/programmes', body);
    const invite = `/api/programmes/${id}/invite`;
    const { link } = await first.client.post<{ readonly link: string }>(invite);
    for (const { client } of others) await client.post('/api/programmes/join', { link });
    for (const { client } of [first, ...others]) await client.post('/api/sync', { peer: null });
  }

  async #run(data: string, flags: readonly string[]) {
    const node = await startProcess(['--data', data, 'start', ...flags], `${data}.log`);
    this.#running.set(data, node);
    return startedDocument.parse(node.started);
  }

  async #stop(data: string): Promise<void> {
    const node = this.#running.get(data);
    this.#running.delete(data);
    if (node) await endProcess(node.child, 'SIGTERM');
  }

  /** Ends all nodes and takes their folders away. */
  async end(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ child }) => endProcess(child, 'SIGKILL')));
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A member of a space: the link with which the wallet claims the visa. */
export async function addMember(
  space: TestSpace,
  name: string,
  more: object = {},
): Promise<{ readonly id: string; readonly claimLink: string }> {
  const body = { name, displayName: name.slice(0, 20), plan: 'full-time', ...more };
  const answer = await space.client.post<{
    readonly member: { readonly id: string };
    readonly claimLink: string;
  }>('/api/members', body);
  return { id: answer.member.id, claimLink: answer.claimLink };
}
