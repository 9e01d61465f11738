/** Programmes, members and wallets of a test network, and what they do at a desk. */

import type { ProgrammeId, Terms } from '@covisa/protocol';
import type { Recorder, Visit } from '@covisa/store';
import { Phone } from '../../../../sim/dist/phone.js';
import { nodeSignatureBackend } from '../../../dist/adapters/ed25519-node.js';
import type {
  CheckRequest,
  CheckResult,
  NewMember,
  StampRequest,
} from '../../../dist/engine/services.js';
import { type Network, settle } from './network.js';
import { seededRandom } from './ports.js';
import type { TestSpace } from './test-space.js';

/** Who records at the desks of tests. */
export const ROBIN: Recorder = { kind: 'person', name: 'Robin' };

/**
 * Two free days a host and visa year, five in the whole programme, then the regular rate; half
 * days.
 */
export const TERMS: Terms = {
  allowances: [
    { days: 2, count: 'host', window: 'visa-year' },
    { days: 5, count: 'programme', window: 'visa-year' },
  ],
  after: { kind: 'regular' },
  halfDays: { allowed: true },
  staticVisas: 'allowed',
};

const signatures = nodeSignatureBackend();

/**
 * The first two spaces found a programme; each other one joins by the first one's link and their
 * two endorsements.
 */
export async function found(
  network: Network,
  spaces: readonly [TestSpace, TestSpace, ...TestSpace[]],
  terms: Terms = TERMS,
): Promise<ProgrammeId> {
  const [first, second, ...others] = spaces;
  const { id } = await first.engine.programmes.create({
    name: 'Round trip',
    purpose: 'Working at each other’s spaces',
    terms,
    founders: [second.id],
  });
  const link = await first.engine.programmes.invite(id);
  await second.engine.programmes.join(link);
  await network.syncAll();
  for (const other of others) {
    await other.engine.programmes.join(link);
    await first.engine.programmes.endorse(id, other.id);
    await network.syncAll();
    await second.engine.programmes.endorse(id, other.id);
    await network.syncAll();
  }
  return id;
}

/** The first of these seats all that were admitted, and the others sign. */
export async function seat(
  network: Network,
  programme: ProgrammeId,
  [proposer, ...signers]: readonly [TestSpace, ...TestSpace[]],
): Promise<void> {
  const amendment = { seatAdmitted: true, add: [], remove: [] };
  await proposer.engine.programmes.amend(programme, amendment);
  await network.syncAll();
  for (const signer of signers) await signer.engine.programmes.sign(programme, null);
  await network.syncAll();
}

/** A phone of a test network. */
export class Wallet extends Phone<TestSpace> {
  constructor(network: Network, home: TestSpace, label: string) {
    const random = seededRandom(`${network.seed}/wallet/${label}`);
    super(home, { now: () => network.now, random, signatures });
  }
}

/** A new member of a space with a visa on a phone. */
export async function member(
  network: Network,
  home: TestSpace,
  name: string,
  fresh: Partial<NewMember> = {},
): Promise<{ readonly id: string; readonly wallet: Wallet }> {
  const { member: added, claimCode } = await home.engine.home.add({
    name,
    displayName: name,
    contact: null,
    plan: 'full',
    since: null,
    paidUntil: null,
    isStatic: false,
    ...fresh,
  });
  const wallet = new Wallet(network, home, `${home.name}/${name}`);
  if (claimCode !== null) await wallet.claim(claimCode);
  return { id: added.id, wallet };
}

/** What is asked of a desk, where it is not one whole day of one person at the first venue. */
export function request(token: string, more: Partial<CheckRequest> = {}): CheckRequest {
  const plain = { venue: null, halfDay: false, party: 0, notice: false };
  return { token, ...plain, date: null, scannedAt: null, ...more };
}

/** The desk scans the wallet. */
export function check(
  host: TestSpace,
  wallet: Wallet,
  more: Partial<CheckRequest> = {},
): Promise<CheckResult> {
  return host.engine.desk.check(request(wallet.present(), more));
}

/** The desk records the visit of a check, by its verdict unless another kind is named. */
export function stamp(host: TestSpace, checked: CheckResult, kind?: Visit['kind']): Promise<Visit> {
  const wanted: StampRequest['kind'] = kind ?? checked.verdict.kind ?? 'courtesy';
  return host.engine.desk.stamp({
    check: checked.id,
    kind: wanted,
    amount: null,
    note: null,
    by: ROBIN,
  });
}

/** Scans and records, as receptions do; the network hears of it. */
export async function visit(
  host: TestSpace,
  wallet: Wallet,
  more: Partial<CheckRequest> = {},
): Promise<Visit> {
  const recorded = await stamp(host, await check(host, wallet, more));
  await settle();
  return recorded;
}
