/**
 * What happens in `covisa try` before the user takes over: a programme, members with visas, visits
 * of three days.
 */

import { join } from 'node:path';
import { encodeBase64url } from '@covisa/protocol';
import type { CheckResult, ProgrammeView, Status } from '../../engine/services.js';
import type { Json } from '../client.js';
import { createPrivateFolder } from '../files.js';
import type { Io } from '../io.js';
import { termsOf } from '../terms.js';
import { holderKey, newWallet, present, type WalletFile, writeWallet } from '../wallet.js';
import type { TrialNode } from './nodes.js';
import type { Sample } from './samples.js';

const DAY_SECONDS = 86_400;
/** From the founding to the last visit. */
export const STORY_SECONDS = 3 * DAY_SECONDS;
export const TRIAL_PROGRAMME = 'Three Rivers Visa';

/** A sample member with a wallet file. */
export interface TrialMember {
  readonly name: string;
  readonly home: TrialNode;
  readonly wallet: WalletFile;
  readonly path: string;
}

/** A visit of the story. */
export interface TrialVisit {
  readonly member: string;
  readonly host: string;
  readonly day: number;
  readonly outcome: string;
  readonly sentence: string;
}

/** `Day 1: Mia Chen at Bund Loft: Free. …` */
export function visitText({ day, member, host, sentence }: TrialVisit): string {
  return `Day ${day}: ${member} at ${host}: ${sentence}`;
}

export type Tell = (text: string) => void;

/**
 * Exchanges news between all nodes, twice, so that what the first round brought reaches everybody.
 */
async function syncAll(nodes: readonly TrialNode[]): Promise<void> {
  for (let round = 0; round < 2; round++) {
    for (const node of nodes) await node.client.post('/api/sync', { peer: null });
  }
}

/** Two found, the third joins by link with an endorsement of each, a roster seats it. */
export async function startProgramme(
  [first, second, third]: readonly [TrialNode, TrialNode, TrialNode],
  tell: Tell,
): Promise<string> {
  const nodes = [first, second, third];
  tell(`${first.name} and ${second.name} found "${TRIAL_PROGRAMME}" …`);
  const { id } = await first.client.post<Json<ProgrammeView>>('/api/programmes', {
    name: TRIAL_PROGRAMME,
    purpose: 'Members of one space work in the others.',
    terms: termsOf({ freeDaysPerHost: 2, freeDaysPerProgramme: 5 }),
    founders: [second.url],
  });
  const { link } = await first.client.post<{ readonly link: string }>(
    `/api/programmes/${id}/invite`,
  );
  await second.client.post('/api/programmes/join', { link });
  await syncAll(nodes.slice(0, 2));
  tell(`${third.name} joins by the link …`);
  await third.client.post('/api/programmes/join', { link });
  await syncAll(nodes);
  for (const node of [first, second]) {
    await node.client.post(`/api/programmes/${id}/endorse`, { space: third.space });
    // The introducer's endorsement is how others hear of the applicant.
    await syncAll(nodes);
  }
  await first.client.post(`/api/programmes/${id}/amend`, { seatAdmitted: true });
  await syncAll(nodes);
  await second.client.post(`/api/programmes/${id}/sign`, { roster: null });
  await syncAll(nodes);
  return id;
}

/** Adds the sample's member at its node, and claims the visa into a wallet file. */
export async function addTrialMember(
  node: TrialNode,
  sample: Sample,
  folder: string,
  io: Io,
): Promise<TrialMember> {
  const { claimCode } = await node.client.post<{ readonly claimCode: string }>(
    '/api/members',
    sample.member,
  );
  const wallet = newWallet(io.random, node.url, node.space);
  const { visa } = await node.client.post<{ readonly visa: string }>('/covisa/v1/claim', {
    code: claimCode,
    holderKey: encodeBase64url(holderKey(wallet)),
  });
  createPrivateFolder(folder);
  const path = join(folder, `${sample.key}.json`);
  const claimed = { ...wallet, visa };
  writeWallet(path, claimed);
  return { name: sample.member.name, home: node, wallet: claimed, path };
}

/** One check-in: the verdict, then the stamp that it says. */
async function visit(
  member: TrialMember,
  host: TrialNode,
  day: number,
  io: Io,
): Promise<TrialVisit> {
  const { now } = await host.client.get<Json<Status>>('/api/status');
  const meaning = { purpose: 'visit', time: now, host: host.space } as const;
  const token = present(member.wallet, meaning, io.random);
  const local = await host.client.post<Json<CheckResult>>('/api/checks', { token });
  const check =
    local.verdict.askGrant === 'no'
      ? local
      : await host.client.post<Json<CheckResult>>(`/api/checks/${local.id}/grant`);
  const { kind, outcome } = check.verdict;
  if (kind !== null) await host.client.post('/api/visits', { check: check.id, kind });
  return { member: member.name, host: host.name, day, outcome, sentence: check.sentence };
}

async function nextDay(nodes: readonly TrialNode[]): Promise<void> {
  for (const node of nodes) {
    await node.client.post('/api/test-clock', { advanceSeconds: DAY_SECONDS });
  }
  await syncAll(nodes);
}

/** Mia is in Shanghai for three days, Jonas in Melbourne for one, Li Wei in Berlin for one. */
export async function playVisits(
  nodes: readonly [TrialNode, TrialNode, TrialNode],
  members: readonly [TrialMember, TrialMember, TrialMember],
  io: Io,
  tell: Tell,
): Promise<readonly TrialVisit[]> {
  const [melbourne, shanghai, berlin] = nodes;
  const [mia, li, jonas] = members;
  const plan = [
    [
      [mia, shanghai],
      [jonas, melbourne],
    ],
    [
      [mia, shanghai],
      [li, berlin],
    ],
    [[mia, shanghai]],
  ] as const;
  const visits: TrialVisit[] = [];
  for (const [index, day] of plan.entries()) {
    // From the day after the members joined: their visa years began on the date of their homes,
    // which may be a day ahead of their hosts'.
    await nextDay(nodes);
    for (const [member, host] of day) {
      const made = await visit(member, host, index + 1, io);
      tell(visitText(made));
      visits.push(made);
    }
  }
  await syncAll(nodes);
  return visits;
}
