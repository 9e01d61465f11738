/**
 * The heartbeat: a space's sign of life, a C2SP timestamped cosignature (type 0x04) by its witness
 * key over its own checkpoint. It is one signature line, which may also be added to the
 * checkpoint's note. https://c2sp.org/tlog-cosignature
 */

import { assertBytes, concatBytes, encodeUint64, encodeUtf8, equalBytes } from '../bytes/bytes.js';
import type { SignatureCheck } from '../crypto/signature.js';
import { ProtocolError } from '../errors.js';
import type { Seconds } from '../ids.js';
import { HEARTBEAT_AHEAD_SECONDS, SECONDS_MAX } from '../limits.js';
import { type LogId, logOrigin } from './checkpoint.js';
import { encodeSignatureLine, NOTE_COSIGNATURE, noteKeyId, parseSignatureLine } from './note.js';

/** A heartbeat that was read, with the check that it still needs. */
export interface ReadHeartbeat {
  readonly time: Seconds;
  readonly check: SignatureCheck;
}

/** The name of the log's witness key: `covisa/<space id>/<incarnation>/witness`. */
export function witnessName(log: LogId): string {
  return `${logOrigin(log)}/witness`;
}

/**
 * The bytes that the witness key signs: `cosignature/v1`, the time, and the three lines of the
 * checkpoint.
 */
export function heartbeatToSign(time: Seconds, checkpointText: string): Uint8Array {
  return encodeUtf8(`cosignature/v1\ntime ${time}\n${checkpointText}`);
}

/**
 * The heartbeat's line, without a newline, from the witness public key (32 bytes) and its signature
 * (64 bytes).
 */
export function encodeHeartbeat(
  log: LogId,
  witnessKey: Uint8Array,
  time: Seconds,
  signature: Uint8Array,
): string {
  assertBytes(signature, 'signature', 64);
  const name = witnessName(log);
  const keyId = noteKeyId(name, NOTE_COSIGNATURE, witnessKey);
  return encodeSignatureLine({
    name,
    keyId,
    signature: concatBytes(encodeUint64(time), signature),
  });
}

function invalid(expected: string, cause?: unknown): ProtocolError {
  return new ProtocolError('HEARTBEAT_INVALID', `heartbeat: expected ${expected}`, { cause });
}

function readLine(line: string): ReturnType<typeof parseSignatureLine> {
  try {
    return parseSignatureLine(line);
  } catch (cause) {
    throw invalid('a signature line', cause);
  }
}

/**
 * When a heartbeat says that it was made, before anything else of it is known.
 * @throws ProtocolError HEARTBEAT_INVALID
 */
export function heartbeatTime(line: string): Seconds {
  const { signature } = readLine(line);
  if (signature.length !== 72) throw invalid('a time and a signature of 64 bytes');
  const view = new DataView(signature.buffer, signature.byteOffset);
  const time = Number(view.getBigUint64(0));
  if (time > SECONDS_MAX) throw invalid('a time before the year 10000');
  return time;
}

/**
 * The heartbeat in `line` over the checkpoint whose three lines are `checkpointText`, by the
 * witness key (32 bytes) of the log. @throws ProtocolError HEARTBEAT_INVALID
 */
export function parseHeartbeat(
  line: string,
  checkpointText: string,
  log: LogId,
  witnessKey: Uint8Array,
): ReadHeartbeat {
  const { name, keyId, signature } = readLine(line);
  // HEARTBEAT-1: a heartbeat is signed by the log's witness key, under that key's name and id.
  if (name !== witnessName(log)) throw invalid("the name of the log's witness key");
  if (!equalBytes(keyId, noteKeyId(name, NOTE_COSIGNATURE, witnessKey))) {
    throw invalid("the key id of the log's witness key");
  }
  const time = heartbeatTime(line);
  const message = heartbeatToSign(time, checkpointText);
  return { time, check: { publicKey: witnessKey, message, signature: signature.slice(8) } };
}

/**
 * Refuses a heartbeat from the future: the caller holds it back.
 * @throws ProtocolError HEARTBEAT_FROM_FUTURE
 */
export function checkHeartbeatTime(time: Seconds, now: Seconds): void {
  // HEARTBEAT-2: at most ten minutes ahead of local time.
  if (time > now + HEARTBEAT_AHEAD_SECONDS) {
    throw new ProtocolError(
      'HEARTBEAT_FROM_FUTURE',
      `heartbeat: expected at most ${HEARTBEAT_AHEAD_SECONDS} s ahead, got ${time - now} s`,
    );
  }
}
