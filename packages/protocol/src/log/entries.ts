/**
 * Reading and writing an entry. LOG-1: an entry is one line of UTF-8 JSON without control
 * characters (U+0000 to U+001F, U+007F), one object with a well-formed `type` of at most 40 code
 * points, at most 16 KiB. Where an object names a member twice, the last one holds. LOG-11: objects
 * and lists nest at most 32 deep, the entry itself counted, also where a later member of the same
 * name holds.
 */

import { encodeUtf8, parseUtf8 } from '../bytes/bytes.js';
import { codePointsOf } from '../bytes/code-points.js';
import { ProtocolError } from '../errors.js';
import { ENTRY_BYTES_MAX, ENTRY_DEPTH_MAX } from '../limits.js';
import { type Entry, entryShapes, type KnownEntry } from './entry-shapes.js';

export * from './entry-shapes.js';

/** Code points of a `type`: bounds what an unknown one is kept as. */
const TYPE_POINTS_MAX = 40;
/**
 * The control characters that JSON would take: the first three between its tokens, U+007F within a
 * text. It refuses all others by itself.
 */
const CONTROLS = ['\t', '\n', '\r', '\u007f'] as const;

function parseLine(bytes: Uint8Array): { readonly type: string } {
  if (bytes.length > ENTRY_BYTES_MAX) {
    throw new ProtocolError(
      'ENTRY_TOO_LONG',
      `entry: expected at most ${ENTRY_BYTES_MAX} bytes, got ${bytes.length}`,
    );
  }
  const line = parseUtf8(bytes);
  if (CONTROLS.some((one) => line.includes(one)))
    throw new ProtocolError('ENTRY_INVALID', 'entry: expected one line without control characters');
  // LOG-11: objects and lists nest at most 32 deep.
  if (!isFlat(line) && depthOf(line) > ENTRY_DEPTH_MAX) {
    throw new ProtocolError(
      'ENTRY_INVALID',
      `entry: expected objects and lists at most ${ENTRY_DEPTH_MAX} deep`,
    );
  }

  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new ProtocolError('ENTRY_INVALID', 'entry: expected JSON, got other text', { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ProtocolError('ENTRY_INVALID', 'entry: expected an object, got another value');
  }
  if (!('type' in value) || !isType(value.type)) {
    throw new ProtocolError('ENTRY_INVALID', 'entry: expected a type of at most 40 characters', {
      path: '/type',
    });
  }
  return value as { readonly type: string };
}

/** Whether nothing opens after the first character: so are nearly all entries. */
function isFlat(line: string): boolean {
  return !line.includes('{', 1) && !line.includes('[', 1);
}

/** How deep the objects and lists of a JSON text nest: by its brackets outside of texts. */
function depthOf(line: string): number {
  let [depth, deepest, isText] = [0, 0, false];
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === '\\') at += 1;
    else if (character === '"') isText = !isText;
    else if (isText) continue;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** JSON's escapes can write half of a surrogate pair, which is no character and has no UTF-8. */
function isType(value: unknown): boolean {
  return (
    typeof value === 'string' && value.isWellFormed() && codePointsOf(value) <= TYPE_POINTS_MAX
  );
}

/**
 * The entry in `bytes`. The first rule decides what may stand in a log at all. LOG-2: an entry of
 * an unknown type, or of a known type whose members do not fit, is read as unknown: kept, relayed
 * and ignored, since a later version may have widened it.
 * @throws ProtocolError ENTRY_TOO_LONG, ENTRY_INVALID, UTF8_INVALID
 */
export function parseEntry(bytes: Uint8Array): Entry {
  const value = parseLine(bytes);
  if (!Object.hasOwn(entryShapes, value.type)) return { type: 'unknown', named: value.type };
  try {
    const entry = entryShapes[value.type as keyof typeof entryShapes].parse(value);
    // RESUME-5: a resume is written in one way, its members in the order of its schema, without
    // white space and without other members: who has no recovery key cannot write it anew.
    const isRewritten = entry.type === 'resume' && JSON.stringify(entry) !== parseUtf8(bytes);
    return isRewritten ? { type: 'unknown', named: value.type } : entry;
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return { type: 'unknown', named: value.type };
  }
}

/**
 * One line of JSON for an entry that we write ourselves.
 * @throws ProtocolError as `parseEntry`, and SHAPE_INVALID
 */
export function encodeEntry(entry: KnownEntry): Uint8Array {
  const bytes = encodeUtf8(JSON.stringify(entry));
  if (parseEntry(bytes).type === 'unknown') {
    entryShapes[entry.type].parse(entry);
    throw new TypeError(`entry: not of its type ${entry.type}`);
  }
  return bytes;
}
