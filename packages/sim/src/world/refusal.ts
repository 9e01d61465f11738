/** Errors that are meant: refusals with a stable code, of the classes that carry one. */

import { NodeError, TransportError } from '@covisa/node';
import { ProtocolError } from '@covisa/protocol';
import type { LoggedEvent } from './event-log.js';

/** A stable code, and not the sentence of an error that has none. */
const STABLE_CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/u;

/**
 * The code of an error that the engine means; null for any other, also where the platform gave it
 * a code of its own.
 */
export function codeOf(error: unknown): string | null {
  const isOurs =
    error instanceof NodeError || error instanceof ProtocolError || error instanceof TransportError;
  return isOurs && error.code !== 'INTERNAL' ? error.code : null;
}

/** For what may well be refused. @throws whatever has no code */
export function passOver(error: unknown): void {
  if (codeOf(error) === null) throw error;
}

/** What broke, where a node has logged a sync that failed by no refusal; null for all else. */
export function brokenIn({ event, fields }: LoggedEvent): string | null {
  if (event !== 'sync-failed') return null;
  const code = String(fields.code);
  return STABLE_CODE.test(code) && code !== 'INTERNAL' ? null : code;
}
