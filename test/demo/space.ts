/**
 * One space of the story: its data folder, its relay, its node process, and what a person may ask
 * of it.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpaceId } from '@covisa/protocol';
import { shape, spaceId } from '@covisa/protocol';
import { type Json, NodeClient } from '#node/cli/client.js';
import type { Status } from '#node/engine/services.js';
import { endProcess, lastLines, type NodeProcess, runCommand, startProcess } from './processes.js';
import type { Relay } from './relay.js';

/** How a space begins. */
export interface Beginning {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  readonly rate: string;
  readonly currency: string;
}

/** An address, and the token of its API. */
interface Running {
  readonly process: NodeProcess['child'];
  readonly client: NodeClient;
}

const startedDocument = shape.open({ space: spaceId, address: shape.text({ min: 8, max: 200 }) });

/** A space of the story. Its node may run, or not. */
export class Space {
  readonly beginning: Beginning;
  readonly relay: Relay | null;
  #data: string;
  #id: SpaceId | null = null;
  #running: Running | null = null;

  constructor(data: string, beginning: Beginning, relay: Relay | null) {
    this.#data = data;
    this.beginning = beginning;
    this.relay = relay;
  }

  get name(): string {
    return this.beginning.name;
  }

  get data(): string {
    return this.#data;
  }

  /** The space's id. */
  get id(): SpaceId {
    if (this.#id === null) throw new RangeError(`${this.name}: has no node yet`);
    return this.#id;
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** HTTP to the running node. */
  get client(): NodeClient {
    if (this.#running === null) throw new RangeError(`${this.name}: its node does not run`);
    return this.#running.client;
  }

  /**
   * `covisa start --init`: makes the space's keys, its log's first entries and its settings, and
   * runs.
   */
  async begin(offsetSeconds: number): Promise<void> {
    const { name, latitude, longitude, timeZone, rate, currency } = this.beginning;
    const document = await this.#run(offsetSeconds, [
      ...['--init', '--name', name, '--time-zone', timeZone, '--rate', rate],
      ...['--currency', currency, `--latitude=${latitude}`, `--longitude=${longitude}`],
      ...['--port', '0', ...(this.relay === null ? [] : ['--url', this.relay.url])],
      ...['--allow-private-addresses', '--sync-interval-seconds', '10'],
    ]);
    this.#id = document.space;
  }

  /** `covisa start`, with its clock ahead by the story's seconds. */
  async start(offsetSeconds: number): Promise<void> {
    await this.#run(offsetSeconds, []);
  }

  async #run(offsetSeconds: number, flags: readonly string[]) {
    const clock = ['--test-clock', '--test-clock-offset-seconds', `${offsetSeconds}`];
    const args = ['--data', this.#data, 'start', ...clock, ...flags];
    const { child, started } = await startProcess(args, `${this.#data}.log`);
    const document = startedDocument.parse(started);
    const token = readFileSync(join(this.#data, 'api-token'), 'utf8').trim();
    this.#running = { process: child, client: new NodeClient(document.address, token) };
    this.relay?.aim(Number(new URL(document.address).port));
    return document;
  }

  /** Ends the node, gently or not. */
  async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const running = this.#running;
    this.#running = null;
    this.relay?.aim(null);
    if (running !== null) await endProcess(running.process, signal);
  }

  /** The node lives in another data folder from its next start on. */
  moveTo(data: string): void {
    this.#data = data;
  }

  status(): Promise<Json<Status>> {
    return this.client.get('/api/status');
  }

  /** A command with this data folder; its document. Throws if it fails. */
  async command(...args: readonly string[]): Promise<unknown> {
    const { status, out, note } = await runCommand(['--json', '--data', this.#data, ...args]);
    if (status === 0) return JSON.parse(out);
    throw new Error(`covisa ${args.join(' ')}: ended with ${status}\n${out}${note}`);
  }

  /** What a command with this data folder prints for people. */
  async text(...args: readonly string[]): Promise<string> {
    const { status, out, note } = await runCommand(['--data', this.#data, ...args]);
    if (status === 0) return out;
    throw new Error(`covisa ${args.join(' ')}: ended with ${status}\n${out}${note}`);
  }

  /** The end of the node's log of events. */
  lastLines(): string {
    return lastLines(`${this.#data}.log`);
  }
}
