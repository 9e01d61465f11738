/**
 * Calls to homes and hosts. They may be any node on any origin: no cookies go along, what is meant
 * stands in the body, and every answer goes through a shape before anything reads it.
 */

import {
  calendarDate,
  encodeBase64url,
  equalBytes,
  type HostAnswer,
  parseBase64url,
  parseHostAnswer,
  parseVisa,
  parseWalletOverview,
  type SpaceId,
  seconds,
  shape,
  type WalletOverview,
} from '@covisa/protocol';
import { call } from '../../platform/network.js';
import type { HolderKey } from '../keys/holder-key.js';

const { nullable, open, text } = shape;

const issued = open({ visa: text({ min: 1, max: 1200 }) });
const spoken = open({ code: text({ min: 4, max: 20 }), lapses: seconds });
const move = open({
  claimCode: text({ min: 4, max: 100 }),
  claimLink: nullable(text({ min: 8, max: 400 })),
  lapses: seconds,
});

/** The home answered with something that is not for this wallet. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
}

function post(url: string, path: string, body: object): Promise<unknown> {
  return call<unknown>({ method: 'POST', url: `${url}${path}`, body, cookies: false });
}

/** A visa as its home answered: taken only if it is bound to this key. @throws WrongAnswer */
function visaFor(key: HolderKey, answer: unknown): Uint8Array {
  const bytes = parseBase64url(issued.parse(answer).visa);
  const { holderKey } = parseVisa(bytes).claims;
  if (holderKey !== null && equalBytes(holderKey, key.publicKey)) return bytes;
  throw new WrongAnswer('visa: expected one for this wallet, got one for another key');
}

/**
 * Exchanges a one-time code for a visa. @throws Refused, Unreachable, WrongAnswer, ProtocolError
 */
export async function claimVisa(url: string, code: string, key: HolderKey): Promise<Uint8Array> {
  const body = { code, holderKey: encodeBase64url(key.publicKey) };
  return visaFor(key, await post(url, '/covisa/v1/claim', body));
}

/** What an overview brought: as it came, to be kept, and as it reads. */
export interface HeardOverview {
  readonly raw: unknown;
  readonly overview: WalletOverview;
  readonly visa: Uint8Array;
}

/** All that the home tells a wallet. `token`: purpose renew. */
export async function fetchOverview(
  url: string,
  token: string,
  key: HolderKey,
): Promise<HeardOverview> {
  const raw = await post(url, '/covisa/v1/overview', { token });
  return { raw, overview: parseWalletOverview(raw), visa: visaFor(key, raw) };
}

/** Leaves a presentation with the home, under a code to read out. `token`: purpose visit. */
export async function leaveSpoken(url: string, token: string) {
  return spoken.parse(await post(url, '/covisa/v1/spoken', { token }));
}

/** Checks in at a host's unstaffed door. `token`: purpose visit, for this host. */
export async function arrive(url: string, token: string, venue: string): Promise<HostAnswer> {
  return parseHostAnswer(await post(url, '/covisa/v1/arrival', { token, venue }));
}

/** A visa under a new number. `token`: purpose rekey. */
export async function renumber(url: string, token: string, key: HolderKey): Promise<Uint8Array> {
  return visaFor(key, await post(url, '/covisa/v1/renumber', { token }));
}

/** A code for the member's next phone. `token`: purpose rekey. */
export async function moveVisa(url: string, token: string) {
  return move.parse(await post(url, '/covisa/v1/move', { token }));
}

/** Tells the home that a visit is not right. `token`: purpose complaint. */
export async function object(
  url: string,
  objection: {
    readonly token: string;
    readonly host: SpaceId;
    readonly date: string;
    readonly note: string | null;
  },
): Promise<void> {
  await post(url, '/covisa/v1/objection', {
    ...objection,
    date: calendarDate.parse(objection.date),
  });
}

/** Asks the home to erase everything. `token`: purpose rekey. */
export async function askErasure(url: string, token: string): Promise<void> {
  await post(url, '/covisa/v1/erasure', { token });
}
