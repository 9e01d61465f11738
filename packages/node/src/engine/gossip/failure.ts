/** Why a sync failed: our code for it, and the peer's own where it refused. */

import { ProtocolError } from '@covisa/protocol';
import { NodeError } from '../../errors.js';
import { TransportError } from '../../ports.js';
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
