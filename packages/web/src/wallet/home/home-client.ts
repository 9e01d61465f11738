/**
 * Calls to homes and hosts. They may be any node on any origin: no cookies go along, what is meant
 * stands in the body, and every answer goes through a shape before anything reads it.
 */

import {
  type CalendarDate,
  encodeBase64url,
  equalBytes,
  type HostAnswer,
  parseBase64url,
  parseHostAnswer,
  parseVisa,
  parseWalletOverview,
  RECEIPT_CHARACTERS_MAX,
  type Seconds,
  type SpaceId,
  seconds,
  shape,
  spaceId,
  type WalletOverview,
  type WalletVisit,
} from '@covisa/protocol';
import { claimText } from '../../links/links.js';

const { nullable, open, text } = shape;

const discovery = open({ space: spaceId, name: text({ min: 0, max: 80 }) });
const issued = open({ visa: text({ min: 1, max: 1200 }) });
const receipt = open({ receipt: text({ min: 1, max: RECEIPT_CHARACTERS_MAX }) });
const spoken = open({ code: text({ min: 4, max: 20 }), lapses: seconds });
const move = open({
  claimCode: text({ min: 4, max: 100 }),
  claimLink: nullable(text({ min: 8, max: 400 })),
  lapses: seconds,
});

/** The network, as the wallet needs it. Each call @throws Unreachable; Refused */
export interface WalletNetwork {
  get(url: string): Promise<unknown>;
  post(url: string, body: object): Promise<unknown>;
}

/** A node answered with something that is not for this wallet. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
}

/** A visa as its home answered: taken only if it is bound to this key. @throws WrongAnswer */
function visaFor(publicKey: Uint8Array, answer: unknown): Uint8Array {
  const bytes = parseBase64url(issued.parse(answer).visa);
  const { holderKey } = parseVisa(bytes).claims;
  if (holderKey !== null && equalBytes(holderKey, publicKey)) return bytes;
  throw new WrongAnswer('visa: expected one for this wallet, got one for another key');
}

/** What an overview brought: as it came, to be kept, and as it reads. */
export interface HeardOverview {
  readonly raw: unknown;
  readonly overview: WalletOverview;
  readonly visa: Uint8Array;
}

/** A code for the member's next phone, and the link that holds it. */
export interface Move {
  readonly link: string;
  readonly lapses: Seconds;
}

/** Where the stamp of a visit stands. */
export type VisitPlace = Pick<WalletVisit, 'host' | 'incarnation' | 'index'>;

/** A code to be read out. */
export interface SpokenCode {
  readonly code: string;
  readonly lapses: Seconds;
}

/** A visit that is not right, in the member's words. */
export interface Objection {
  readonly host: SpaceId;
  readonly date: CalendarDate;
  /** Empty: nothing was said. */
  readonly note: string;
}

/**
 * What wallets ask of nodes. `url` is the node's address without a trailing slash, `token` a
 * presentation of the purpose that is named. Each @throws Refused, Unreachable, WrongAnswer,
 * ProtocolError
 */
export function homeClient(network: WalletNetwork) {
  const post = (url: string, path: string, body: object): Promise<unknown> =>
    network.post(`${url}/covisa/v1/${path}`, body);
  return {
    /** The name of the node's space. */
    async name(url: string, space: SpaceId): Promise<string> {
      const found = discovery.parse(await network.get(`${url}/.well-known/covisa`));
      if (found.space === space) return found.name;
      throw new WrongAnswer('node: expected the space of the link, got another');
    },
    /** Exchanges a one-time code for a visa. */
    async claim(url: string, code: string, publicKey: Uint8Array): Promise<Uint8Array> {
      const body = { code, holderKey: encodeBase64url(publicKey) };
      return visaFor(publicKey, await post(url, 'claim', body));
    },
    /** All that the home tells a wallet. Purpose renew. */
    async overview(url: string, token: string, publicKey: Uint8Array): Promise<HeardOverview> {
      const raw = await post(url, 'overview', { token });
      return { raw, overview: parseWalletOverview(raw), visa: visaFor(publicKey, raw) };
    },
    /** A fresh visa, and nothing else. Purpose renew. */
    async renew(url: string, token: string, publicKey: Uint8Array): Promise<Uint8Array> {
      return visaFor(publicKey, await post(url, 'renew', { token }));
    },
    /** The receipt of a visit. Purpose renew. */
    async receipt(url: string, token: string, { host, incarnation, index }: VisitPlace) {
      const body = { token, host, incarnation, index };
      return receipt.parse(await post(url, 'receipt', body)).receipt;
    },
    /** Leaves a presentation with the home, under a code to read out. Purpose visit. */
    async speak(url: string, token: string): Promise<SpokenCode> {
      return spoken.parse(await post(url, 'spoken', { token }));
    },
    /** Checks in at a host's unstaffed door. Purpose visit, for this host. */
    async arrive(url: string, token: string, venue: string): Promise<HostAnswer> {
      return parseHostAnswer(await post(url, 'arrival', { token, venue }));
    },
    /** A visa under a new number. Purpose renumber. */
    async renumber(url: string, token: string, publicKey: Uint8Array): Promise<Uint8Array> {
      return visaFor(publicKey, await post(url, 'renumber', { token }));
    },
    /** A code for the member's next phone. Purpose rekey. */
    async move(url: string, token: string, space: SpaceId): Promise<Move> {
      const { claimCode, claimLink, lapses } = move.parse(await post(url, 'move', { token }));
      return { link: claimLink ?? claimText({ url, code: claimCode, space }), lapses };
    },
    /** Makes the code for the member's next phone dead. Purpose rekey. */
    async withdrawMove(url: string, token: string): Promise<void> {
      await post(url, 'move/withdraw', { token });
    },
    /** Tells the home that a visit is not right. Purpose complaint. */
    async object(url: string, token: string, objection: Objection): Promise<void> {
      await post(url, 'objection', { token, ...objection });
    },
    /** Asks the home to erase everything. Purpose erase. */
    async askErasure(url: string, token: string): Promise<void> {
      await post(url, 'erasure', { token });
    },
  };
}
