/**
 * What is written to a disk by hand: to its log with the keys of the space and by the append
 * discipline of its engine, but without the rules of its desk. The node must not run.
 */

import {
  contextOf,
  type EnginePorts,
  type EngineSettings,
  findOwnLog,
  type Joined,
  OwnLog,
  ProgrammeBook,
  Replica,
  View,
} from '@covisa/node';
import type { KnownEntry } from '@covisa/protocol';
import type { Store } from '@covisa/store';

/** What the node of a space runs over. */
export interface Machine {
  readonly ports: EnginePorts;
  readonly settings: EngineSettings;
  readonly secret: Uint8Array;
}

/** Opens the log of a space. */
async function openLog({ ports, settings, secret }: Machine): Promise<OwnLog> {
  const view = new View(ports.parseEntry);
  await view.load(ports.store);
  const log = await findOwnLog(ports, secret, view);
  const replica = new Replica(ports, view);
  await replica.load();
  const own = new OwnLog(await contextOf(ports, settings, secret, log), replica);
  await own.open();
  return own;
}

/** @throws NodeError NOT_READY where not even a liar's node may write: it was superseded */
export async function appendByHand(
  machine: Machine,
  entries: readonly KnownEntry[],
): Promise<void> {
  const own = await openLog(machine);
  await own.append(entries);
}

/** The same, and a heartbeat over it. */
export async function prepareByHand(
  machine: Machine,
  entries: readonly KnownEntry[],
  now: number,
): Promise<void> {
  const own = await openLog(machine);
  if (entries.length > 0) await own.append(entries);
  await own.beat(now);
}

/** Notes which programmes the space is in, as its owner's following links would. */
export async function noteJoined(store: Store, joined: readonly Joined[]): Promise<void> {
  const book = new ProgrammeBook(store);
  await book.load();
  for (const one of joined) await book.join(one);
}
