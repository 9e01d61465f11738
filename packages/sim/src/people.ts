/** Phones with visas, and what people do with them at desks. */

import type { CheckRequest, CheckResult, NewMember, StampRequest } from '@covisa/node';
import type { Visit } from '@covisa/store';
import { Phone } from './phone.js';
import type { SimSpace } from './world/sim-space.js';
import type { World } from './world/world.js';

/** A phone of this world. */
export class Wallet extends Phone<SimSpace> {
  constructor(world: World, home: SimSpace, label: string) {
    const random = world.chance.child(`wallet/${label}`);
    super(home, { now: () => world.now, random, signatures: world.signatures });
  }
}

/** A new member of a space, with a visa on a phone. */
export async function join(
  world: World,
  home: SimSpace,
  name: string,
  fresh: Partial<NewMember> = {},
): Promise<{ readonly id: string; readonly wallet: Wallet }> {
  const { member, claimCode } = await home.engine.home.add({
    ...{ name, displayName: name, contact: null, plan: 'full' },
    ...{ since: null, paidUntil: null, isStatic: false },
    ...fresh,
  });
  const wallet = new Wallet(world, home, `${home.name}/${name}`);
  if (claimCode !== null) await wallet.claim(claimCode);
  return { id: member.id, wallet };
}

/** The desk reads this code. */
export function check(
  host: SimSpace,
  token: string,
  more: Partial<CheckRequest> = {},
): Promise<CheckResult> {
  return host.engine.desk.check({
    ...{ token, venue: null, halfDay: false, party: 0, notice: false, date: null, scannedAt: null },
    ...more,
  });
}

/** The desk records the visit of a check, by its verdict unless another kind is named. */
export function record(
  host: SimSpace,
  checked: CheckResult,
  kind?: StampRequest['kind'],
): Promise<Visit> {
  return host.engine.desk.stamp({
    check: checked.id,
    kind: kind ?? checked.verdict.kind ?? 'courtesy',
    amount: null,
    note: null,
    by: { kind: 'person', name: 'Robin' },
  });
}
