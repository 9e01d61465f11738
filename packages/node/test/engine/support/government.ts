/** Programmes that are founded by any number of spaces, and how these agree on rosters. */

import type { ProgrammeId, Terms } from '@covisa/protocol';
import type { Founding } from '../../../dist/engine/services.js';
import type { Network } from './network.js';
import { TERMS } from './people.js';
import type { SpaceOptions, TestSpace } from './test-space.js';

/** An amendment that changes nothing. */
export const UNCHANGED = { seatAdmitted: false, add: [], remove: [] };

const NAMES = [...'abcdefghijklmnop'].map((letter) => `space-${letter}`);

/** n founders, all of which have signed. */
export async function founded(
  network: Network,
  n: number,
  terms: Terms = TERMS,
  options: SpaceOptions = {},
  numbers: Pick<Founding, 'threshold' | 'endorsements'> = {},
): Promise<readonly [ProgrammeId, TestSpace, ...TestSpace[]]> {
  const [first, ...others] = await network.addAll(NAMES.slice(0, n), options);
  if (!first) throw new RangeError('no founder');
  const { id } = await first.engine.programmes.create({
    name: 'Round trip',
    purpose: '',
    terms,
    founders: others.map((one) => one.id),
    ...numbers,
  });
  const link = await first.engine.programmes.invite(id);
  for (const other of others) await other.engine.programmes.join(link);
  // The first one has heard of all, and is the first to tell.
  await network.syncAll(1);
  return [id, first, ...others];
}

/** These sign a roster one after the other; all hear of it. */
export async function signAll(
  network: Network,
  programme: ProgrammeId,
  signers: readonly TestSpace[],
  roster: string | null = null,
): Promise<void> {
  for (const signer of signers) await signer.engine.programmes.sign(programme, roster);
  await network.syncAll();
}

/** A new space that applies by the first one's link, and that these endorse. */
export async function admitted(
  network: Network,
  programme: ProgrammeId,
  [first, ...others]: readonly [TestSpace, ...TestSpace[]],
  name = 'fresh',
  options: SpaceOptions = {},
): Promise<TestSpace> {
  const fresh = await network.add(name, options);
  await fresh.engine.programmes.join(await first.engine.programmes.invite(programme));
  for (const endorser of [first, ...others]) {
    await endorser.engine.programmes.endorse(programme, fresh.id);
    await network.syncAll(1);
  }
  return fresh;
}
