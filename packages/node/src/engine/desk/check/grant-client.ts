/**
 * Asks a home for a grant within the time budget. No answer in time is no grant: the desk goes on
 * without.
 */

import {
  type CalendarDate,
  checkGrant,
  encodeUtf8,
  type Grant,
  grantCheck,
  isGrantOpen,
  ProtocolError,
  parseBase64url,
  parseGrant,
  parseUtf8,
  type SpaceId,
  shape,
} from '@covisa/protocol';
import { NodeError } from '../../../errors.js';
import { TransportError } from '../../../ports.js';
import type { Context } from '../../context.js';
import type { PeerClient } from '../../gossip/peer-client.js';
import type { Peers } from '../../gossip/peers.js';
import { issuingKeyOf } from '../../home/home-keys.js';
import type { GrantAnswer, GrantRequest } from '../../services.js';
import type { View } from '../../view.js';

const ANSWER_BYTES_MAX = 16 * 1024;

const answerShape = shape.either(
  shape.open({
    granted: shape.literal(true),
    grant: shape.text({ min: 1, max: 1200 }),
    k: shape.integer(0, 0xffff_ffff),
  }),
  shape.open({
    granted: shape.literal(false),
    code: shape.text({ min: 1, max: 60 }),
    sentence: shape.text({ min: 0, max: 2000 }),
  }),
);

/** The desk's line to the homes. */
export class GrantClient {
  readonly #context: Context;
  readonly #client: PeerClient;
  readonly #peers: Peers;

  constructor(context: Context, client: PeerClient, peers: Peers) {
    this.#context = context;
    this.#client = client;
    this.#peers = peers;
  }

  /** The home's answer; null if it is out of reach, or did not answer in time or in order. */
  async ask(home: SpaceId, request: GrantRequest): Promise<GrantAnswer | null> {
    const peer = this.#peers.address(home);
    if (!peer) return null;
    const body = encodeUtf8(JSON.stringify(request));
    try {
      const answer = await this.#client.send(peer, '/covisa/v1/grant', body, {
        contentType: 'application/json',
        timeoutMilliseconds: this.#context.settings.grantBudgetMilliseconds,
        bytesMax: ANSWER_BYTES_MAX,
      });
      return parseAnswer(answer);
    } catch (error) {
      const isOutside =
        error instanceof TransportError ||
        error instanceof NodeError ||
        error instanceof ProtocolError;
      if (!isOutside) throw error;
      this.#context.ports.logger.warn('grant-not-had', { home, code: error.code });
      return null;
    }
  }
}

function parseAnswer(body: Uint8Array): GrantAnswer {
  let value: unknown;
  try {
    value = JSON.parse(parseUtf8(body));
  } catch (cause) {
    throw new ProtocolError('JSON_INVALID', 'grant: expected an answer of JSON', { cause });
  }
  const answer = answerShape.parse(value);
  return answer.granted ? { ...answer, grant: parseBase64url(answer.grant) } : answer;
}

/**
 * The grant in a home's answer, if the home signed it for this visit.
 * @throws ProtocolError GRANT_INVALID, ISSUING_KEY_UNKNOWN
 */
export async function verifyGrant(
  { identity, now, ports }: Context,
  view: View,
  answer: { readonly grant: Uint8Array; readonly k: number },
  visit: { readonly home: SpaceId; readonly visaNumber: Uint8Array; readonly date: CalendarDate },
): Promise<Grant> {
  const { home, visaNumber, date } = visit;
  const grant = parseGrant(answer.grant);
  checkGrant(grant, { k: answer.k, host: identity.space, date });
  const key = issuingKeyOf(view, home, grant.claims.issuedAt);
  const holds = await ports.signatures.verify(grantCheck(grant, home, visaNumber, key));
  if (holds && isGrantOpen(grant, now())) return grant;
  throw new ProtocolError(
    'GRANT_INVALID',
    "grant: expected its home's signature and time, got others",
  );
}
