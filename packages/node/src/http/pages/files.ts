/**
 * Files of the folder of built pages: which of them answers, and in which coding. Names come from
 * this node's own routes or are matched against strict patterns, so none leads out of the folder.
 */

import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Sha256 } from '@covisa/protocol';
import { encodeBase64url } from '@covisa/protocol';
import type { Request, Response } from 'express';

/** Media types by the endings that a build of pages has. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Codings with the endings of files that are stored in them, the smallest first. */
const CODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw error;
  }
}

/** The smallest form of a file that the client takes, with its coding. */
async function find(path: string, request: Request): Promise<readonly [Buffer, string] | null> {
  const plain = await readIfThere(path);
  if (plain === null) return null;
  for (const [coding, ending] of CODINGS) {
    // With no other choice given, a list without the coding answers false.
    if (request.acceptsEncodings(coding) !== coding) continue;
    const stored = await readIfThere(`${path}${ending}`);
    if (stored !== null) return [stored, coding];
  }
  return [plain, 'identity'];
}

/** A file as it is sent. */
export interface PageFile {
  /** The folder of built pages. */
  readonly folder: string;
  /** Path within the folder. */
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends a file, or nothing where there is none: false. */
export async function sendFile(
  { folder, name, headers }: PageFile,
  request: Request,
  response: Response,
  sha256: Sha256,
): Promise<boolean> {
  const found = await find(join(folder, name), request);
  if (found === null) return false;
  const [bytes, coding] = found;
  response.set({
    'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
    // By content: the times of packed files are all the same.
    etag: `"${encodeBase64url(sha256(bytes).subarray(0, 16))}"`,
    vary: 'accept-encoding',
    ...(coding !== 'identity' && { 'content-encoding': coding }),
    ...headers,
  });
  response.send(bytes);
  return true;
}
