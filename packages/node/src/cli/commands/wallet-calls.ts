/** What all of a software wallet's calls to its home need. */

import { encodeBase64url, type Purpose, parseBase64url, parseVisa, shape } from '@covisa/protocol';
import type { Command } from 'commander';
import { wholeNumber } from '../arguments.js';
import { NodeClient } from '../client.js';
import { CommandError } from '../failure.js';
import type { Outcome, Session } from '../session.js';
import { instant, pairs } from '../text.js';
import { holderKey, present, visaOf, type WalletFile } from '../wallet.js';

/** Options of everything that reads a wallet. */
export interface WalletOptions {
  readonly wallet?: string;
  /** The time to sign, for nodes with a test clock. */
  readonly at?: number;
}

const issued = shape.open({ visa: shape.text({ min: 1, max: 1200 }) });
/** The time to sign: as said, or that of the node whose data folder is named, or the machine's. */
export async function now(session: Session, options: WalletOptions): Promise<number> {
  if (options.at !== undefined) return options.at;
  if (session.options.data !== undefined) return (await session.status()).now;
  return Math.floor(session.io.clock.nowMilliseconds() / 1000);
}

/** The home's node, for people who do not run it. */
export function homeClient(url: string): NodeClient {
  const remedy =
    "This is the home space's node: check that this machine is online, try again later, or ask the home space. A visa that was claimed stays good until it expires.";
  return new NodeClient(url, null, remedy);
}

/** A token of the wallet for its own home. */
export async function homeToken(
  session: Session,
  wallet: WalletFile,
  purpose: Purpose,
  options: WalletOptions,
): Promise<string> {
  const meaning = { purpose, time: await now(session, options), host: wallet.home.space };
  return present(wallet, meaning, session.io.random);
}

/** A visa as its home answered. It is kept only if it is for this holder. */
export function acceptVisa(wallet: WalletFile, answer: unknown): WalletFile {
  const { visa } = issued.parse(answer);
  const { claims } = parseVisa(parseBase64url(visa));
  if (
    claims.holderKey === null ||
    encodeBase64url(claims.holderKey) !== encodeBase64url(holderKey(wallet))
  ) {
    throw new CommandError(
      'VISA_OF_ANOTHER',
      'visa: expected one for this wallet, got one for another key. Ask the home space for a new link.',
    );
  }
  return { ...wallet, visa };
}

function visaDocument(wallet: WalletFile): object {
  const { claims } = visaOf(wallet).visa;
  return {
    home: wallet.home,
    plan: claims.plan,
    displayName: claims.displayName,
    issued: claims.issuedAt,
    expires: claims.expiresAt,
    visaYearStart: claims.yearStart,
    memberSince: claims.memberSince,
    ask: claims.ask,
    holderKey: encodeBase64url(holderKey(wallet)),
  };
}

/** What the visa of a wallet says. */
export function describeWallet(wallet: WalletFile): Outcome {
  const { claims } = visaOf(wallet).visa;
  const text = pairs([
    ['home', `${wallet.home.url} (space ${wallet.home.space})`],
    ['name', claims.displayName],
    ['plan', claims.plan],
    ['member since', claims.memberSince],
    ['visa year from', claims.yearStart],
    ['issued', instant(claims.issuedAt)],
    ['expires', instant(claims.expiresAt)],
    ['asks for each free day', claims.ask],
  ]);
  return { document: visaDocument(wallet), text };
}

/** The options of everything that reads a wallet. */
export function addWalletOptions(command: Command): Command {
  return command
    .option('--wallet <file>', 'the wallet file (default: ~/.covisa-wallet.json)')
    .option(
      '--at <seconds>',
      'the time to sign in seconds since 1970 (default: now; with --data, by the clock of that node)',
      wholeNumber(0, 253_402_300_799),
    );
}
