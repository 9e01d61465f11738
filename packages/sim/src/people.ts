/** Phones with visas, and what people do with them at desks. */

import type { CheckRequest, CheckResult, NewMember, StampRequest } from '@covisa/node';
import {
  assembleProof,
  encodeToken,
  type Purpose,
  parseVisa,
  presentationToSign,
  shortSpaceId,
  type Visa,
} from '@covisa/protocol';
import type { Visit } from '@covisa/store';
import type { Chance } from './world/chance.js';
import type { SimSpace } from './world/sim-space.js';
import type { World } from './world/world.js';

/** What a presentation says, where it is not a visit now at any host. */
export interface Meaning {
  readonly purpose?: Purpose;
  readonly host?: SimSpace | null;
  /** Seconds; default: the true time. */
  readonly at?: number;
}

/** A phone with a visa. A copy of it is a clone: the same key, the same visa. */
export class Wallet {
  readonly home: SimSpace;
  readonly holderKey: Uint8Array;
  visa: Uint8Array | null = null;
  readonly #world: World;
  readonly #seed: Uint8Array;
  readonly #chance: Chance;

  constructor(world: World, home: SimSpace, label: string) {
    this.#world = world;
    this.home = home;
    this.#chance = world.chance.child(`wallet/${label}`);
    this.#seed = this.#chance.bytes(32);
    this.holderKey = world.signatures.publicKey(this.#seed);
  }

  /** The visa as it reads. @throws Error without one */
  get read(): Visa {
    if (!this.visa) throw new Error('wallet: expected a visa, got none');
    return parseVisa(this.visa);
  }

  async claim(code: string): Promise<void> {
    this.visa = await this.home.engine.wallets.claim(code, this.holderKey);
  }

  async renew(): Promise<void> {
    this.visa = await this.home.engine.wallets.renew(this.present({ purpose: 'renew' }));
  }

  /** A token: the visa with a fresh proof. */
  present({ purpose = 'visit', host = null, at = this.#world.now }: Meaning = {}): string {
    const { bytes, claims } = this.read;
    const proof = {
      purpose,
      time: at,
      host: host && shortSpaceId(host.id),
      nonce: this.#chance.bytes(8),
    };
    const { payload, message } = presentationToSign(proof, this.home.id, claims.number);
    const signature = this.#world.signatures.sign(this.#seed, message);
    return encodeToken(bytes, assembleProof(payload, signature));
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
