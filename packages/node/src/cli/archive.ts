/**
 * Backups: one ustar file (`tar tvf` shows it) of known, flat names, mode 0600. Written and read in
 * pieces, so that a large database needs no memory; read strictly, so that no name leads out of the
 * folder.
 */

import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './failure.js';

const BLOCK = 512;
const PIECE = 1024 * 1024;
/** What every header of ustar says, and where. */
const MARK = Buffer.from('ustar\x0000');
const MARK_AT = 257;
/** What an octal size of eleven digits can say. */
const FILE_BYTES_MAX = 8 ** 11 - 1;

/** A file in an archive. */
export interface ArchivedFile {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 in hex, as sha256sum prints it. */
  readonly sha256: string;
}

function octal(value: number, length: number): string {
  return `${value.toString(8).padStart(length - 1, '0')}\0`;
}

/**
 * A ustar header (POSIX.1-1988): its checksum is the sum of its bytes with eight spaces in the
 * checksum's place.
 */
function header(name: string, bytes: number, time: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, 100, 'utf8');
  block.write(octal(0o600, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(bytes, 12), 124);
  block.write(octal(time, 12), 136);
  block.write('        ', 148);
  block.write('0', 156);
  MARK.copy(block, MARK_AT);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function invalid(path: string, what: string, remedy = 'use another backup'): CommandError {
  return new CommandError(
    'BACKUP_INVALID',
    `backup ${path}: ${what}. Nothing was restored; ${remedy}.`,
  );
}

/** A photograph is neither damaged nor cut off: it does not begin as an archive does. */
function checkBeginning(from: number, path: string): void {
  const mark = Buffer.alloc(MARK.length);
  readSync(from, mark, 0, mark.length, MARK_AT);
  if (mark.equals(MARK)) return;
  throw invalid(path, 'it is no backup of covisa', 'name a file that covisa backup wrote');
}

/**
 * Writes the file at `path` as the next one of the open archive `to`, under a name of its own.
 * `time` is in seconds since 1970.
 * @throws CommandError BACKUP_TOO_LARGE, FILE_UNREADABLE
 */
export function appendFile(to: number, name: string, path: string, time: number): ArchivedFile {
  const from = openSync(path, 'r');
  try {
    const { size } = fstatSync(from);
    if (size > FILE_BYTES_MAX) {
      throw new CommandError(
        'BACKUP_TOO_LARGE',
        `file ${path}: is over 8 GiB. Use a copy of the disk.`,
      );
    }
    writeSync(to, header(name, size, time));
    const digest = createHash('sha256');
    const piece = Buffer.alloc(PIECE);
    for (let left = size; left > 0; ) {
      const got = readSync(from, piece, 0, Math.min(PIECE, left), null);
      if (got === 0)
        throw new CommandError('FILE_UNREADABLE', `file ${path}: became shorter. Try again.`);
      digest.update(piece.subarray(0, got));
      writeSync(to, piece, 0, got);
      left -= got;
    }
    writeSync(to, Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK));
    return { name, bytes: size, sha256: digest.digest('hex') };
  } finally {
    closeSync(from);
  }
}

/** Writes the end of an open archive. */
export function endArchive(to: number): void {
  writeSync(to, Buffer.alloc(2 * BLOCK));
}

function readExactly(from: number, into: Buffer, path: string): void {
  let at = 0;
  while (at < into.length) {
    const got = readSync(from, into, at, into.length - at, null);
    if (got === 0) throw invalid(path, 'it is cut off');
    at += got;
  }
}

function parseHeader(block: Buffer, path: string): { name: string; bytes: number } | null {
  if (block.every((byte) => byte === 0)) return null;
  const text = (from: number, length: number): string =>
    block.toString('latin1', from, from + length).replace(/\0.*$/s, '');
  const name = text(0, 100);
  const bytes = Number.parseInt(text(124, 12), 8);
  if (!block.equals(header(name, bytes, Number.parseInt(text(136, 12), 8)))) {
    throw invalid(path, 'it is not a backup of covisa, or is damaged');
  }
  return { name, bytes };
}

function extractFile(
  from: number,
  path: string,
  target: string,
  { name, bytes }: { readonly name: string; readonly bytes: number },
): ArchivedFile {
  const to = openSync(join(target, name), 'wx', 0o600);
  try {
    const digest = createHash('sha256');
    for (let left = bytes; left > 0; ) {
      const piece = Buffer.alloc(Math.min(PIECE, left));
      readExactly(from, piece, path);
      digest.update(piece);
      writeSync(to, piece);
      left -= piece.length;
    }
    readExactly(from, Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK), path);
    return { name, bytes, sha256: digest.digest('hex') };
  } finally {
    closeSync(to);
  }
}

/** An archive to read from. @throws CommandError BACKUP_INVALID, FILE_UNREADABLE */
function openArchive(path: string): number {
  if (statSync(path).isDirectory()) {
    throw invalid(path, 'it is a folder', 'name the file that covisa backup wrote');
  }
  try {
    return openSync(path, 'r');
  } catch (cause) {
    throw new CommandError(
      'FILE_UNREADABLE',
      `file ${path}: cannot be read. Check that it belongs to you, or become who may read it.`,
      { cause },
    );
  }
}

/**
 * Unpacks the archive at `path`, which is there, into a folder. Only names in `known` are taken.
 * @throws CommandError BACKUP_INVALID, FILE_UNREADABLE
 */
export function readArchive(
  path: string,
  target: string,
  known: readonly string[],
): readonly ArchivedFile[] {
  const from = openArchive(path);
  const files: ArchivedFile[] = [];
  try {
    checkBeginning(from, path);
    for (;;) {
      const block = Buffer.alloc(BLOCK);
      readExactly(from, block, path);
      const found = parseHeader(block, path);
      if (found === null) return files;
      const isNew = !files.some((file) => file.name === found.name);
      if (!known.includes(found.name) || !isNew) throw invalid(path, 'it holds an unexpected file');
      files.push(extractFile(from, path, target, found));
    }
  } finally {
    closeSync(from);
  }
}
