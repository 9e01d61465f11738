/** `covisa wallet`: claims, renews, shows and presents a visa that lies in a file. */

import {
  encodeBase64url,
  PURPOSES,
  type Purpose,
  parseBase64url,
  parseVisa,
  type SpaceId,
  shape,
  spaceId,
  utcDate,
  venueId,
} from '@covisa/protocol';
import { type Command, Option } from 'commander';
import { action, type Runner } from '../action.js';
import { wholeNumber } from '../arguments.js';
import { NodeClient } from '../client.js';
import { CommandError } from '../failure.js';
import { readTextIfThere } from '../files.js';
import { findNamed, isSpaceId } from '../names.js';
import type { Outcome, Session } from '../session.js';
import { instant, pairs, table } from '../text.js';
import {
  holderKey,
  newWallet,
  parseClaimLink,
  present,
  readWallet,
  visaOf,
  type WalletFile,
  walletPath,
  writeWallet,
} from '../wallet.js';

/** Options of everything that reads a wallet. */
export interface WalletOptions {
  readonly wallet?: string;
  /** The time to sign, for nodes with a test clock. */
  readonly at?: number;
}

/** Options of a presentation. */
export interface PresentOptions extends WalletOptions {
  readonly host?: string;
  readonly purpose?: Purpose;
}

const issued = shape.open({ visa: shape.text({ min: 1, max: 1200 }) });
/** What a home tells a wallet of its visits; other members may come later. */
const visits = shape.open({
  visits: shape.list(
    shape.open({
      host: spaceId,
      hostName: shape.nullable(shape.text({ min: 0, max: 80 })),
      venue: venueId,
      date: shape.text({ min: 10, max: 10 }),
      kind: shape.literal('free', 'paid', 'courtesy'),
      weight: shape.literal(1, 0.5),
      voided: shape.bool,
      doubledWith: shape.list(spaceId, 10_000),
    }),
    10_000,
  ),
});
const listed = shape.list(
  shape.open({ space: spaceId, name: shape.nullable(shape.text({ min: 0, max: 80 })) }),
  100_000,
);

/** The time to sign: as said, or that of the node whose data folder is named, or the machine's. */
async function now(session: Session, options: WalletOptions): Promise<number> {
  if (options.at !== undefined) return options.at;
  if (session.options.data !== undefined) return (await session.status()).now;
  return Math.floor(session.io.clock.nowMilliseconds() / 1000);
}

/** The home's node, for people who do not run it. */
function homeClient(url: string): NodeClient {
  const remedy =
    "This is the home space's node: check that this machine is online, try again later, or ask the home space. A visa that was claimed stays good until it expires.";
  return new NodeClient(url, null, remedy);
}

/** A token of the wallet for its own home. */
async function renewalToken(
  session: Session,
  wallet: WalletFile,
  options: WalletOptions,
): Promise<string> {
  const meaning = {
    purpose: 'renew',
    time: await now(session, options),
    host: wallet.home.space,
  } as const;
  return present(wallet, meaning, session.io.random);
}

/** The space that a wallet's owner means, by id or by its name in a node's public directory. */
async function findHost(session: Session, wallet: WalletFile, text: string): Promise<SpaceId> {
  if (isSpaceId(text)) return spaceId.parse(text);
  const client = session.namesNode() ? session.client() : homeClient(wallet.home.url);
  const spaces = listed.parse(await client.get('/covisa/v1/directory'));
  const named = spaces.map((one) => ({ id: one.space, name: one.name }));
  return findNamed('space', text, named).id;
}

/** A presentation of the wallet in `options`, and the time that it says. */
export async function presentFromFile(
  session: Session,
  options: PresentOptions,
): Promise<{ readonly token: string; readonly time: number }> {
  const wallet = readWallet(walletPath(options.wallet));
  const host = options.host === undefined ? null : await findHost(session, wallet, options.host);
  const time = await now(session, options);
  const meaning = { purpose: options.purpose ?? 'visit', time, host };
  return { token: present(wallet, meaning, session.io.random), time };
}

/** A visa as its home answered. It is kept only if it is for this holder. */
function acceptVisa(wallet: WalletFile, answer: unknown): WalletFile {
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

function describeWallet(wallet: WalletFile): Outcome {
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

async function claim(
  session: Session,
  options: WalletOptions & { readonly force?: boolean },
  link: string,
): Promise<Outcome> {
  const path = walletPath(options.wallet);
  if (readTextIfThere(path) !== null && options.force !== true) {
    throw new CommandError(
      'WALLET_EXISTS',
      `wallet ${path}: holds a visa already. Name another file with --wallet, or replace it with --force.`,
    );
  }
  const { url, code, space } = parseClaimLink(link);
  const wallet = newWallet(session.io.random, url, space);
  const answer = await homeClient(url).post('/covisa/v1/claim', {
    code,
    holderKey: encodeBase64url(holderKey(wallet)),
  });
  const claimed = acceptVisa(wallet, answer);
  writeWallet(path, claimed);
  const { document, text } = describeWallet(claimed);
  return { document, text: `Visa claimed into ${path}.\n\n${text}` };
}

async function renew(session: Session, options: WalletOptions): Promise<Outcome> {
  const path = walletPath(options.wallet);
  const wallet = readWallet(path);
  const answer = await homeClient(wallet.home.url).post('/covisa/v1/renew', {
    token: await renewalToken(session, wallet, options),
  });
  const renewed = acceptVisa(wallet, answer);
  writeWallet(path, renewed);
  return describeWallet(renewed);
}

async function showVisits(session: Session, options: WalletOptions): Promise<Outcome> {
  const wallet = readWallet(walletPath(options.wallet));
  const answer = await homeClient(wallet.home.url).post('/covisa/v1/visits', {
    token: await renewalToken(session, wallet, options),
  });
  const document = visits.parse(answer);
  const rows = document.visits.map((visit) => [
    visit.date,
    visit.hostName ?? visit.host,
    visit.venue,
    visit.kind,
    visit.weight,
    visit.voided ? 'void' : visit.doubledWith.length > 0 ? 'double' : '',
  ]);
  const headings = ['date', 'host', 'venue', 'kind', 'days', 'note'];
  return { document, text: table(headings, rows, 'No visits in this visa year yet.') };
}

async function printPresentation(session: Session, options: PresentOptions): Promise<Outcome> {
  const { token, time } = await presentFromFile(session, options);
  return { document: { token, time, date: utcDate(time) }, text: token };
}

/** The options of a presentation, for this command and for `covisa visa`. */
export function addPresentOptions(command: Command): Command {
  return addWalletOptions(command)
    .option(
      '--host <space>',
      'bind it to this host space, by id or name; else any host may take it',
    )
    .addOption(
      new Option('--purpose <purpose>', 'what the member means by it')
        .choices(PURPOSES)
        .default('visit'),
    );
}

function addWalletOptions(command: Command): Command {
  return command
    .option('--wallet <file>', 'the wallet file (default: ~/.covisa-wallet.json)')
    .option(
      '--at <seconds>',
      'the time to sign in seconds since 1970 (default: now; with --data, by the clock of that node)',
      wholeNumber(0, 253_402_300_799),
    );
}

/** Adds `covisa wallet` to the program. */
export function addWalletCommands(program: Command, runner: Runner): void {
  const wallet = program.command('wallet').description('a software wallet: one visa in one file');
  addWalletOptions(wallet.command('claim <link>'))
    .description('make a key, and claim the visa of a link from the home space')
    .option('--force', 'replace the wallet that is there')
    .action(action(runner, claim));
  addPresentOptions(wallet.command('present'))
    .description('print a token for the desk; it is good for two minutes')
    .action(action(runner, printPresentation));
  addWalletOptions(wallet.command('renew'))
    .description('fetch a fresh visa from the home space')
    .action(action(runner, renew));
  addWalletOptions(wallet.command('visits'))
    .description('the visits of this visa, as its home space knows them')
    .action(action(runner, showVisits));
  addWalletOptions(wallet.command('show'))
    .description('what the visa says')
    .action(
      action(runner, async (_session, options: WalletOptions) =>
        describeWallet(readWallet(walletPath(options.wallet))),
      ),
    );
}
