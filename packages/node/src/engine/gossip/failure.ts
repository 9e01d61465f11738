/** Why a sync failed: our code for it, and the peer's own where it refused. */

import { ProtocolError, type SpaceId } from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import { TransportError } from '../../ports.js';
import type { SyncReport } from '../services.js';
import { PeerRefusal } from './peer-client.js';

/** A failure, as it is logged and remembered. */
export interface Failure {
  readonly code: string;
  /** What a refusing peer said: its code, or the status of an answer without one. */
  readonly peerCode?: string;
}

/** The failure that an error stands for. */
export function failureOf(error: unknown): Failure {
  if (error instanceof PeerRefusal) {
    return { code: error.code, peerCode: String(error.peerCode ?? error.peerStatus) };
  }
  const isCoded =
    error instanceof TransportError || error instanceof NodeError || error instanceof ProtocolError;
  if (isCoded) return { code: error.code };
  return { code: error instanceof Error ? error.message : 'INTERNAL' };
}

/** For the owner's table of peers. */
export function failureText({ code, peerCode }: Failure): string {
  return peerCode === undefined ? code : `${code}: ${peerCode}`;
}

/**
 * Whether the peer itself says that it shares no programme with us: it may have heard of our leave
 * from others.
 */
export function isSentAway(error: unknown): boolean {
  // HTTP-17: nothing follows from a refusal that the peer has not signed: anybody may have made it.
  return error instanceof PeerRefusal && error.isSigned && error.peerCode === 'FORBIDDEN';
}

/** The report of a sync that failed. */
export function failedReport(peer: SpaceId, error: string): SyncReport {
  return { peer, ok: false, error, received: 0, sent: 0, rounds: 0, bytesOut: 0, bytesIn: 0 };
}
