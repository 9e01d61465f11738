/**
 * A node that lies: with the keys of its data folder, and with the node's own modules, an entry is
 * appended to its log that no honest node would write. The node must not run meanwhile.
 */

import { type KnownEntry, parseBase64url, parseEntry } from '@covisa/protocol';
import { systemClock } from '#node/adapters/clock-system.js';
import { readSecrets } from '#node/cli/data-folder.js';
import { processIo } from '#node/cli/io.js';
import { engineSettings, lockFolder, openPorts } from '#node/cli/ports.js';
import { loadConfig } from '#node/config/index.js';
import { secondsOf } from '#node/engine/context.js';
import { findOwnLog, identityOf } from '#node/engine/identity.js';
import { OwnLog } from '#node/engine/log/own-log.js';
import { Replica } from '#node/engine/log/replica.js';
import { View } from '#node/engine/view.js';
import type { Space } from './space.js';

/**
 * Appends an entry (base64url of its bytes) to the log of a stopped node. Resolves with its index.
 */
export async function appendAsLiar(liar: Space, entry: string): Promise<number> {
  const { values: config } = loadConfig({ argv: ['--data', liar.data], env: {} }, process.cwd());
  const secrets = readSecrets(config.data);
  const lock = lockFolder(config.data);
  const { ports, close } = openPorts(config, secrets, processIo(), systemClock);
  try {
    const view = new View();
    await view.load(ports.store);
    const { node } = secrets;
    const identity = await identityOf(ports, node, await findOwnLog(ports, node, view));
    const settings = engineSettings(config, () => null);
    const context = { ports, settings, identity, now: () => secondsOf(systemClock) };
    const replica = new Replica(ports, view);
    await replica.load();
    const log = new OwnLog(context, replica);
    await log.open();
    return await log.append([knownEntry(entry)]);
  } finally {
    await close();
    lock.release();
  }
}

function knownEntry(text: string): KnownEntry {
  const entry = parseEntry(parseBase64url(text));
  if (entry.type === 'stamp') return entry;
  throw new RangeError(`entry: expected a stamp, got ${entry.type}`);
}
