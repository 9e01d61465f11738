/**
 * Content codings: gzip, applied before content is signed and undone after it was checked, since
 * RFC 9530's digest covers the content as sent. Small content is sent as it is.
 */

import { gunzipSync, gzipSync } from 'node:zlib';
import { NodeError } from '../errors.js';

/** Below this, gzip gains nothing that a packet would notice. */
const GZIP_BYTES_MIN = 1024;

/**
 * Most of a sync are markers and seals, of which gzip gains the same at every level: one hundredth
 * more at the highest, in twice the time. What repeats does so from one entry to the next: a window
 * of 8 KiB finds as much of it as the whole one, in half of the time, since it stays in the
 * processor's nearest memory.
 */
const GZIP = { level: 1, windowBits: 13, memLevel: 9 } as const;

/** Content as sent, with the headers that say how it is coded. */
export interface Content {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The content to send for `body`: gzipped if the receiver takes that and it is worth it. */
export function encodeContent(body: Uint8Array, acceptsGzip: boolean): Content {
  if (!acceptsGzip || body.length < GZIP_BYTES_MIN) return { headers: {}, body };
  const coded = gzipSync(body, GZIP);
  if (coded.length >= body.length) return { headers: {}, body };
  return { headers: { 'content-encoding': 'gzip' }, body: new Uint8Array(coded) };
}

/**
 * The body of content as sent.
 * @param coding the `content-encoding` header, if there is one
 * @param bytesMax of the body that comes out; nothing beyond it is inflated
 * @throws NodeError BODY_TOO_LARGE, MEDIA_TYPE_UNSUPPORTED, REQUEST_INVALID
 */
export function decodeContent(
  coding: string | undefined,
  content: Uint8Array,
  bytesMax: number,
): Uint8Array {
  if (coding === undefined || coding === '' || coding === 'identity') {
    if (content.length > bytesMax) throw tooLarge(bytesMax);
    return content;
  }
  // HTTP-15: content is gzip or not coded, and no larger than its route allows: as sent, and as
  // unpacked.
  if (coding !== 'gzip') {
    throw new NodeError('MEDIA_TYPE_UNSUPPORTED', 'content-encoding: expected gzip or none');
  }
  try {
    return new Uint8Array(gunzipSync(content, { maxOutputLength: Math.max(1, bytesMax) }));
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(bytesMax);
    throw new NodeError('REQUEST_INVALID', 'body: expected whole gzip data', { cause });
  }
}

/** Whether an `accept-encoding` header names gzip without refusing it. */
export function acceptsGzip(header: string | undefined): boolean {
  return /(^|[\s,])gzip(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(header ?? '');
}

function tooLarge(bytesMax: number): NodeError {
  return new NodeError('BODY_TOO_LARGE', `body: expected at most ${bytesMax} bytes, got more`);
}
