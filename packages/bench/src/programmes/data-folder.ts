/**
 * Data folders of nodes that take part in a written programme. What lies in them went in through
 * the engine's own intake: every range and heartbeat is verified, and stored as a sync stores it.
 */

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeBase64url, encodeUtf8, type Seconds } from '@covisa/protocol';
import { openHeadFile } from '../../../node/dist/adapters/head-file.js';
import {
  HEAD_FILE,
  readOrMakeApiToken,
  SECRET_FILE,
  secretsOf,
  writeSecrets,
} from '../../../node/dist/cli/data-folder.js';
import { writePrivateFile } from '../../../node/dist/cli/files.js';
import { processIo } from '../../../node/dist/cli/io.js';
import { openPorts } from '../../../node/dist/cli/ports.js';
import { CONFIG_FILE, loadConfig } from '../../../node/dist/config/index.js';
import type { OfferedHeartbeat, OfferedRange } from '../../../node/dist/engine/log/intake.js';
import { Replica } from '../../../node/dist/engine/log/replica.js';
import { ProgrammeBook } from '../../../node/dist/engine/programme/book.js';
import { View } from '../../../node/dist/engine/view.js';
import type { RunningSpace, WrittenProgramme } from './programme.js';

/** Logs that are stored in one transaction. */
const LOGS_AT_ONCE = 50;
/** The nodes call each other when they are told to, and not by themselves. */
const QUIET = { syncIntervalSeconds: 86_400, heartbeatIntervalSeconds: 86_400 };

/** All logs of a programme as they are offered, and the latest heartbeat of each. */
export interface OfferedLogs {
  readonly ranges: readonly OfferedRange[];
  readonly heartbeats: readonly OfferedHeartbeat[];
}

/** What a node that holds all of a programme would offer. */
export function offeredLogs({ logs }: WrittenProgramme, time: Seconds): OfferedLogs {
  const ranges = logs.map((log) => log.range());
  const heartbeats = logs.flatMap((log, i) => {
    const range = ranges[i];
    return range ? [log.heartbeat(range, time)] : [];
  });
  return { ranges, heartbeats };
}

/** A data folder that is to be made. */
export interface FolderOrder {
  readonly folder: string;
  /** Where it listens. */
  readonly port: number;
  readonly space: RunningSpace;
  readonly held: OfferedLogs;
  readonly programme: WrittenProgramme;
  /** Where the first space's node is reached. */
  readonly url: string;
}

/** Makes the data folder of a node that holds these logs, its own among them. */
export async function fillDataFolder(order: FolderOrder): Promise<void> {
  const { folder, port, space, programme, url } = order;
  const isFirst = space === programme.first;
  const settings = { port, allowPrivateAddresses: true, logLevel: 'warn', ...QUIET };
  mkdirSync(folder, { mode: 0o700 });
  writeSettings(folder, { ...settings, ...(isFirst && { publicUrl: url }) });
  const io = processIo();
  const { values } = loadConfig({ argv: ['--data', folder] }, folder);
  const secrets = secretsOf(space.secret);
  writeSecrets(folder, SECRET_FILE, secrets);
  readOrMakeApiToken(join(folder, values.apiTokenFile), io.random);
  const { ports, close } = openPorts(values, secrets, io, io.clock);
  const replica = new Replica(ports, new View());
  await ingest(replica, order.held, Math.floor(io.clock.nowMilliseconds() / 1000));
  const { first } = programme;
  const peerKey = encodeBase64url(first.peerKey);
  const introducer = isFirst ? null : { space: first.log.space, url, peerKey };
  await new ProgrammeBook(ports.store).join({ programme: programme.id, introducer, preview: null });
  const checkpoint = replica.log({ space: space.log.space, incarnation: 0 })?.head.checkpoint;
  await close();
  const head = openHeadFile(join(folder, HEAD_FILE));
  await head.write(encodeUtf8(checkpoint ?? ''));
  await head.close();
}

/** Lets the node of a folder listen elsewhere. */
export function changePort(folder: string, port: number): void {
  const settings: object = JSON.parse(readFileSync(join(folder, CONFIG_FILE), 'utf8'));
  writeSettings(folder, { ...settings, port });
}

function writeSettings(folder: string, settings: object): void {
  writePrivateFile(join(folder, CONFIG_FILE), JSON.stringify(settings));
}

async function ingest(replica: Replica, held: OfferedLogs, now: Seconds): Promise<void> {
  for (let from = 0; from < held.ranges.length; from += LOGS_AT_ONCE) {
    const some = held.ranges.slice(from, from + LOGS_AT_ONCE);
    const { problems } = await replica.exclusively(() => replica.ingest(some));
    const [problem] = problems;
    if (problem) throw problem.error;
  }
  const count = await replica.ingestHeartbeats(held.heartbeats, now);
  if (count !== held.heartbeats.length) throw new Error('heartbeats: expected all to be taken');
}
