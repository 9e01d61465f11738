/**
 * Writing to a log by hand: with the keys of the space and by the append discipline of its engine,
 * but without the rules of its desk. The node must not run.
 */

import {
  contextOf,
  type EnginePorts,
  type EngineSettings,
  findOwnLog,
  OwnLog,
  Replica,
  View,
} from '@covisa/node';
import type { KnownEntry } from '@covisa/protocol';

/** @throws NodeError NOT_READY where not even a liar's node may write: it was superseded */
export async function appendByHand(
  ports: EnginePorts,
  settings: EngineSettings,
  secret: Uint8Array,
  entries: readonly KnownEntry[],
): Promise<void> {
  const view = new View();
  await view.load(ports.store);
  const log = await findOwnLog(ports, secret, view);
  const replica = new Replica(ports, view);
  await replica.load();
  const own = new OwnLog(await contextOf(ports, settings, secret, log), replica);
  await own.open();
  await own.append(entries);
}
