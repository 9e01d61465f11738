/** Members with their wallets, and what happens when they stand at a desk. */

import { encodeBase64url, type Purpose, type Seconds } from '@covisa/protocol';
import type { Member, Visit } from '@covisa/store';
import { systemRandom } from '#node/adapters/random-system.js';
import type { Json, NodeClient } from '#node/cli/client.js';
import { CommandError } from '#node/cli/failure.js';
import { holderKey, newWallet, present, type WalletFile } from '#node/cli/wallet.js';
import type { CheckResult, VisaVisit } from '#node/engine/services.js';
import type { Network } from './network.js';
import type { Space } from './space.js';

/** A check as HTTP gives it. */
export type CheckJson = Json<CheckResult>;
/** A visit as HTTP gives it. */
export type VisitJson = Json<Omit<Visit, 'visaNumber' | 'seal'>> & { readonly published: boolean };
type MemberJson = Json<Omit<Member, 'visaNumber'>>;

/** A member of a space. Another phone is another wallet. */
export interface Person {
  readonly name: string;
  readonly home: Space;
  readonly memberId: string;
  readonly wallet: WalletFile;
}

/** What somebody new brings. */
export interface Joining {
  readonly name: string;
  readonly paidUntil?: string;
}

interface Invitation {
  readonly member: MemberJson;
  readonly claimCode: string;
}

/** The home adds a member, whose wallet claims the visa by a key of its own. */
export async function addMember(home: Space, joining: Joining): Promise<Person> {
  const { member, claimCode } = await home.client.post<Invitation>('/api/members', {
    displayName: joining.name,
    plan: 'full-time',
    ...joining,
  });
  const wallet = await claim(home, claimCode);
  return { name: joining.name, home, memberId: member.id, wallet };
}

async function claim(home: Space, code: string): Promise<WalletFile> {
  const wallet = newWallet(systemRandom, home.client.url, home.id);
  const { visa } = await home.client.post<{ readonly visa: string }>('/covisa/v1/claim', {
    code,
    holderKey: encodeBase64url(holderKey(wallet)),
  });
  return { ...wallet, visa };
}

/** The same member with a new phone: the home gives a new code, the new wallet claims by it. */
export async function changePhone(person: Person): Promise<Person> {
  const path = `/api/members/${person.memberId}/reissue`;
  const { claimCode } = await person.home.client.post<Invitation>(path);
  return { ...person, wallet: await claim(person.home, claimCode) };
}

/** What is unusual in a presentation. */
export interface Showing {
  readonly purpose?: Purpose;
  readonly time?: Seconds;
  /** The host that it is bound to; missing: any. */
  readonly host?: Space;
}

/** The token that the wallet shows now. */
export function show(network: Network, person: Person, showing: Showing = {}): string {
  const { purpose = 'visit', time = network.now(), host } = showing;
  return present(person.wallet, { purpose, time, host: host?.id ?? null }, systemRandom);
}

/** The desk's own verdict: it asks nobody. */
export function check(network: Network, person: Person, host: Space): Promise<CheckJson> {
  return checkToken(host, show(network, person, { host }));
}

/** The desk's own verdict on a token. */
export function checkToken(host: Space, token: string): Promise<CheckJson> {
  return host.client.post('/api/checks', { token });
}

/** The verdict with the home's answer, if that could matter. */
export async function ask(host: Space, local: CheckJson): Promise<CheckJson> {
  if (local.verdict.askGrant === 'no') return local;
  return host.client.post(`/api/checks/${local.id}/grant`);
}

/** Records the visit that a check came to. */
export function stamp(host: Space, { id, verdict }: CheckJson): Promise<VisitJson> {
  return host.client.post('/api/visits', { check: id, kind: verdict.kind });
}

/** A whole check-in. */
export interface CheckIn {
  readonly check: CheckJson;
  readonly visit: VisitJson;
}

/** Shows the visa, waits for the verdict, is stamped. */
export async function checkIn(network: Network, person: Person, host: Space): Promise<CheckIn> {
  const judged = await ask(host, await check(network, person, host));
  return { check: judged, visit: await stamp(host, judged) };
}

/**
 * A check's outcome with its reason and the free days left after it: here, and in the programme.
 */
export function outcomeOf({ verdict }: CheckJson): object {
  return {
    outcome: verdict.outcome,
    reason: verdict.reasons[0]?.code,
    leftHere: verdict.left.perHost?.after,
    leftInProgramme: verdict.left.perProgramme?.after,
  };
}

/** Used and allowed days, as the first reason says them. */
export function usedOf({ verdict }: CheckJson): object {
  const reason = verdict.reasons[0];
  const { used, limit } = reason?.parameters ?? {};
  return { reason: reason?.code, used, limit };
}

/** The code by which a node refuses, or `accepted`. */
export async function refusalOf(request: Promise<unknown>): Promise<string> {
  try {
    await request;
    return 'accepted';
  } catch (error) {
    if (error instanceof CommandError) return error.code;
    throw error;
  }
}

/** The member's visits as its home knows them: `Shanghai 2030-03-04 free`. */
export async function visitsAtHome({ home, memberId }: Person): Promise<readonly string[]> {
  const path = `/api/members/${memberId}/visits`;
  const visits = await home.client.get<readonly Json<VisaVisit>[]>(path);
  return visits.map(({ hostName, date, kind }) => `${hostName} ${date} ${kind}`);
}

/** Entries of a log as a node holds them. */
export function entriesOf(
  client: NodeClient,
  space: string,
  from = 0,
): Promise<readonly { readonly index: number; readonly entry: Record<string, unknown> }[]> {
  return client.get('/api/log', { space, from, count: 1000 });
}
