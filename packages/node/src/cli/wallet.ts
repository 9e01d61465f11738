/**
 * The wallet of the command line, for scripts and for people without a phone at hand: one file
 * (mode 0600) with the holder's seed, its home and its visa. What it says is made by
 * @covisa/protocol, as in any other wallet.
 */

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  assembleProof,
  encodeBase64url,
  encodeToken,
  key32,
  ProtocolError,
  type Purpose,
  parseBase64url,
  parseVisa,
  presentationToSign,
  type Seconds,
  type Shaped,
  type SpaceId,
  shape,
  shortSpaceId,
  spaceId,
  type Visa,
} from '@covisa/protocol';
import { nodeSignatureBackend } from '../adapters/ed25519-node.js';
import type { Random } from '../ports.js';
import { CommandError, EXIT_USAGE } from './failure.js';
import { readJson, writePrivateFile } from './files.js';

const visaText = shape.text({ min: 1, max: 1200, pattern: /^[A-Za-z0-9_-]+$/, what: 'base64url' });

/** The wallet's file. */
const walletFile = shape.closed({
  covisaWallet: shape.literal(1),
  /** The holder key's Ed25519 seed, 32 bytes. */
  seed: key32,
  home: shape.closed({ url: shape.text({ min: 8, max: 200 }), space: spaceId }),
  /** Null until it is claimed. */
  visa: shape.nullable(visaText),
});
export type WalletFile = Shaped<typeof walletFile>;

const backend = nodeSignatureBackend();

/** Where the wallet lies: as named, or in the caller's home folder. */
export function walletPath(named: string | undefined): string {
  return named === undefined ? join(homedir(), '.covisa-wallet.json') : resolve(named);
}

/** @throws CommandError FILE_MISSING, FILE_UNREADABLE, JSON_INVALID, WALLET_INVALID */
export function readWallet(path: string): WalletFile {
  if (!existsSync(path)) {
    throw new CommandError(
      'FILE_MISSING',
      `wallet ${path}: is not there. Claim a visa with covisa wallet claim <link>, or name another file with --wallet.`,
    );
  }
  const value = readJson(path);
  try {
    return walletFile.parse(value);
  } catch (cause) {
    if (!(cause instanceof ProtocolError)) throw cause;
    throw new CommandError(
      'WALLET_INVALID',
      `wallet ${path}: ${cause.message}. Claim a visa with covisa wallet claim, or name the right file with --wallet.`,
      { ...(cause.path !== undefined && { path: cause.path }), cause },
    );
  }
}

export function writeWallet(path: string, wallet: WalletFile): void {
  writePrivateFile(path, `${JSON.stringify(wallet, null, 2)}\n`);
}

/** A wallet with a fresh holder key and no visa yet. */
export function newWallet(random: Random, url: string, space: SpaceId): WalletFile {
  return {
    covisaWallet: 1,
    seed: encodeBase64url(random.bytes(32)),
    home: { url, space },
    visa: null,
  };
}

/** The holder's public key, 32 bytes. */
export function holderKey(wallet: WalletFile): Uint8Array {
  return backend.publicKey(parseBase64url(wallet.seed));
}

/**
 * The bytes and claims of the wallet's visa. @throws CommandError WALLET_EMPTY, ProtocolError
 * VISA_INVALID
 */
export function visaOf(wallet: WalletFile): { readonly bytes: Uint8Array; readonly visa: Visa } {
  if (wallet.visa === null) {
    throw new CommandError(
      'WALLET_EMPTY',
      'wallet: holds no visa. Ask the home space for a claim link, then covisa wallet claim <link>.',
    );
  }
  const bytes = parseBase64url(wallet.visa);
  return { bytes, visa: parseVisa(bytes) };
}

/** What the holder means by a presentation. */
export interface Meaning {
  readonly purpose: Purpose;
  readonly time: Seconds;
  /** Null: any host. */
  readonly host: SpaceId | null;
}

/** A token: the wallet's visa and a fresh proof of its holder. */
export function present(wallet: WalletFile, meaning: Meaning, random: Random): string {
  const { bytes, visa } = visaOf(wallet);
  const claims = {
    purpose: meaning.purpose,
    time: meaning.time,
    host: meaning.host === null ? null : shortSpaceId(meaning.host),
    nonce: random.bytes(8),
  };
  const { payload, message } = presentationToSign(claims, wallet.home.space, visa.claims.number);
  const signature = backend.sign(parseBase64url(wallet.seed), message);
  return encodeToken(bytes, assembleProof(payload, signature));
}

/** What a claim link names. */
export interface ClaimLink {
  /** The home node's address. */
  readonly url: string;
  readonly code: string;
  readonly space: SpaceId;
}

/** Reads `<node url>/claim#<code>.<space id>`. @throws CommandError LINK_INVALID */
export function parseClaimLink(link: string): ClaimLink {
  const [, url, code, space] =
    /^(https?:\/\/[^\s/#?]+(?:\/[^\s#?]*)?)\/claim#([A-Za-z0-9_-]{4,100})\.([A-Za-z0-9_-]{43})$/.exec(
      link.trim(),
    ) ?? [];
  if (url === undefined || code === undefined || space === undefined) {
    throw new CommandError(
      'LINK_INVALID',
      'link: expected a claim link such as https://node.example.org/claim#code.space. Copy the whole link from the home space.',
      { exitStatus: EXIT_USAGE },
    );
  }
  return { url, code, space: spaceId.parse(space) };
}
