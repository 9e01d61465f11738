/** Two nodes of one programme as processes on this machine, of which one calls the other. */

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SpaceId } from '@covisa/protocol';
import { processIo } from '../../../node/dist/cli/io.js';
import {
  freePort,
  startTrialNode,
  stopTrialNodes,
  type TrialNode,
} from '../../../node/dist/cli/trial/nodes.js';
import type { SyncReport } from '../../../node/dist/engine/services.js';
import { changePort, fillDataFolder, offeredLogs } from './data-folder.js';
import { type WrittenProgramme, writeProgramme } from './programme.js';
import { type Exchanged, openWireTap } from './wire-tap.js';

/** What is to be laid out. */
export interface SceneOrder {
  /** An empty folder. */
  readonly folder: string;
  /** Of the programme, the two whose nodes run among them. */
  readonly spaces: number;
  readonly stamps: number;
  /** The caller lacks the logs of all others, or one of them. */
  readonly lacking: 'all' | 'one';
}

/** Data folders that lie ready: copies of them are run. */
export interface Scene {
  readonly folder: string;
  readonly programme: WrittenProgramme;
  /** Where the answering node is reached. */
  readonly port: number;
}

const ANSWERING = 'answering';
const CALLING = 'calling';

/** Writes a programme, and the data folders of its first and its last space. */
export async function layOut(order: SceneOrder): Promise<Scene> {
  const { folder, spaces, stamps } = order;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const now = Math.floor(processIo().clock.nowMilliseconds() / 1000);
  const programme = writeProgramme({ spaces, stamps, url, now });
  const held = offeredLogs(programme, now - 60);
  const last = programme.logs.length - 1;
  const isHeld = (_: unknown, i: number) => (order.lacking === 'all' ? i === last : i !== 1);
  const part = { ranges: held.ranges.filter(isHeld), heartbeats: held.heartbeats.filter(isHeld) };
  const shared = { programme, url };
  await fillDataFolder({
    ...{ ...shared, folder: join(folder, ANSWERING), port },
    ...{ space: programme.first, held },
  });
  await fillDataFolder({
    ...{ ...shared, folder: join(folder, CALLING), port: 0 },
    ...{ space: programme.last, held: part },
  });
  return { folder, programme, port };
}

/** Both nodes, running. */
export interface TwoNodes {
  /** Lets the one call the other, until both hold the same. @throws Error if that fails */
  sync(): Promise<SyncReport>;
  /** With how many spaces the calling node takes part in the programme. */
  partners(): Promise<number>;
  /** All that was said since the last call; nothing without a tap. */
  take(): readonly Exchanged[];
  stop(): Promise<void>;
}

function copyOf(folder: string, name: string): string {
  const copy = join(folder, 'run', name);
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(folder, name), copy, { recursive: true });
  return copy;
}

/** Starts both over fresh copies of their folders; `isTapped` is for counting, not for timing. */
export async function startTwoNodes(
  { folder, programme, port }: Scene,
  isTapped: boolean,
): Promise<TwoNodes> {
  const nodePort = isTapped ? await freePort() : port;
  const folders = { calling: copyOf(folder, CALLING), answering: copyOf(folder, ANSWERING) };
  changePort(folders.answering, nodePort);
  // The caller starts alone, so that it does not catch up before it is told to.
  const [calling, answering] = await startInTurn(folders.calling, folders.answering);
  const tap = isTapped ? await openWireTap(port, nodePort) : null;
  return {
    sync: () => syncOf(calling, programme.first.log.space),
    partners: async () => (await calling.client.get<{ peers: number }>('/api/status')).peers,
    take: () => tap?.take() ?? [],
    async stop() {
      await stopTrialNodes([calling, answering], processIo());
      tap?.close();
    },
  };
}

/** Starts one node after the other; where the second does not start, the first is stopped. */
async function startInTurn(first: string, second: string): Promise<[TrialNode, TrialNode]> {
  const io = processIo();
  const started = await startTrialNode(first, io);
  try {
    return [started, await startTrialNode(second, io)];
  } catch (error) {
    await stopTrialNodes([started], io);
    throw error;
  }
}

async function syncOf({ client }: TrialNode, peer: SpaceId): Promise<SyncReport> {
  const [report] = await client.post<readonly SyncReport[]>('/api/sync', { peer });
  if (!report?.ok) throw new Error(`sync: ${report?.error ?? 'expected a report'}`);
  return report;
}
