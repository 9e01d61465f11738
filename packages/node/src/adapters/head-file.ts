/**
 * The head file: a small record outside of the database and of its backups, overwritten in place.
 * Two slots, 4096 bytes apart so that no disk sector holds both, are written in turn; each has a
 * sequence number and the SHA-256 of what precedes it. A write that power or a kill tore leaves the
 * other slot, with the record before, intact.
 *
 * A slot: "CVHEAD01", sequence (8 bytes, big-endian), length (4 bytes), content (400 bytes, zeros
 * behind it), SHA-256 (32 bytes).
 */

import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  assertBytes,
  concatBytes,
  encodeUint32,
  encodeUint64,
  encodeUtf8,
  equalBytes,
} from '@covisa/protocol';
import { NodeError } from '../errors.js';
import type { HeadFile } from '../ports.js';
import { nodeSha256 } from './sha256-node.js';

/** Bytes of content that the record holds: a checkpoint with its signature is about 300. */
export const HEAD_BYTES_MAX = 400;

const MAGIC = encodeUtf8('CVHEAD01');
const LENGTH_AT = 16;
const CONTENT_AT = 20;
const DIGEST_AT = CONTENT_AT + HEAD_BYTES_MAX;
const SLOT_BYTES = DIGEST_AT + 32;
const SLOT_DISTANCE = 4096;

interface Slot {
  readonly sequence: number;
  readonly content: Uint8Array;
}

/** The head file at `path`; opens it at the first use and keeps it open until `close`. */
export function openHeadFile(path: string): HeadFile & { close(): Promise<void> } {
  let file: FileHandle | null = null;
  let newest: Slot | null | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  /** One thing at a time: two writes at once would take turns in the wrong slots. */
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = queue.then(run);
    queue = turn.catch(() => {});
    return turn;
  };

  async function load(): Promise<Slot | null> {
    if (newest !== undefined) return newest;
    file ??= await openExisting(path);
    newest = file === null ? null : await readNewest(file, path);
    return newest;
  }

  async function write(content: Uint8Array): Promise<void> {
    const last = await load();
    // The sequence moves on only after a write that succeeded, so that a failed one is tried again
    // in its own slot.
    const next = { sequence: last === null ? 0 : last.sequence + 1, content };
    if (file === null) file = await create(path, next);
    else await overwrite(file, next);
    newest = next;
  }

  return {
    read: () => inTurn(async () => (await load())?.content.slice() ?? null),
    write: (bytes) => {
      assertBytes(bytes, 'head');
      if (bytes.length > HEAD_BYTES_MAX) {
        throw new RangeError(`head: expected at most ${HEAD_BYTES_MAX} bytes, got ${bytes.length}`);
      }
      const content = bytes.slice();
      return inTurn(() => write(content));
    },
    close: () =>
      inTurn(async () => {
        await file?.close();
        file = null;
        newest = undefined;
      }),
  };
}

async function openExisting(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r+');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw new NodeError('HEAD_FILE_UNWRITABLE', `head file ${path}: cannot be opened`, {
      remedy: 'Give the user that runs the node the right to read and write this file.',
      cause,
    });
  }
}

/** Makes the file whole under another name first, so that it is either missing or valid. */
async function create(path: string, slot: Slot): Promise<FileHandle> {
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w+', 0o600);
  try {
    await file.truncate(2 * SLOT_DISTANCE);
    await overwrite(file, slot);
    await file.sync();
    await rename(temporary, path);
    await flushFolder(dirname(path));
    return file;
  } catch (cause) {
    await file.close();
    throw cause;
  }
}

/** Makes the file's name durable, not only its bytes. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

async function overwrite(file: FileHandle, slot: Slot): Promise<void> {
  const bytes = encodeSlot(slot);
  let done = 0;
  while (done < bytes.length) {
    const at = (slot.sequence % 2) * SLOT_DISTANCE + done;
    done += (await file.write(bytes, done, bytes.length - done, at)).bytesWritten;
  }
  await file.datasync();
}

async function readNewest(file: FileHandle, path: string): Promise<Slot> {
  const slots: Slot[] = [];
  for (const index of [0, 1]) {
    const bytes = new Uint8Array(SLOT_BYTES);
    await file.read(bytes, 0, SLOT_BYTES, index * SLOT_DISTANCE);
    const slot = decodeSlot(bytes);
    if (slot !== null && slot.sequence % 2 === index) slots.push(slot);
  }
  const newest = slots.sort((left, right) => right.sequence - left.sequence)[0];
  if (newest !== undefined) return newest;
  throw new NodeError(
    'HEAD_FILE_CORRUPT',
    `head file ${path}: neither of its two records is whole`,
    {
      remedy:
        'Look for a failing disk. Then move this file away: the node starts as a restored one, and asks its peers where its log ends before it appends.',
    },
  );
}

function encodeSlot(slot: Slot): Uint8Array {
  const padding = new Uint8Array(HEAD_BYTES_MAX - slot.content.length);
  const head = concatBytes(
    MAGIC,
    encodeUint64(slot.sequence),
    encodeUint32(slot.content.length),
    slot.content,
    padding,
  );
  return concatBytes(head, nodeSha256(head));
}

/** The record of a slot, or null if it is torn or was never written. */
function decodeSlot(bytes: Uint8Array): Slot | null {
  if (!equalBytes(bytes.subarray(0, MAGIC.length), MAGIC)) return null;
  if (!equalBytes(bytes.subarray(DIGEST_AT), nodeSha256(bytes.subarray(0, DIGEST_AT)))) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const length = view.getUint32(LENGTH_AT);
  const sequence = Number(view.getBigUint64(MAGIC.length));
  if (length > HEAD_BYTES_MAX || !Number.isSafeInteger(sequence)) return null;
  return { sequence, content: bytes.slice(CONTENT_AT, CONTENT_AT + length) };
}
