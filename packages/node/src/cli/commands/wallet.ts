/** `covisa wallet`: claims, renews, shows and presents a visa that lies in a file. */

import {
  encodeBase64url,
  PURPOSES,
  type Purpose,
  type SpaceId,
  shape,
  spaceId,
  utcDate,
  venueId,
} from '@covisa/protocol';
import { type Command, Option } from 'commander';
import { action, type Runner } from '../action.js';
import { CommandError } from '../failure.js';
import { readTextIfThere } from '../files.js';
import { findNamed, isSpaceId } from '../names.js';
import type { Outcome, Session } from '../session.js';
import { table } from '../text.js';
import {
  holderKey,
  newWallet,
  parseClaimLink,
  present,
  readWallet,
  type WalletFile,
  walletPath,
  writeWallet,
} from '../wallet.js';
import { addWalletAskingCommands } from './wallet-asking.js';
import {
  acceptVisa,
  addWalletOptions,
  describeWallet,
  homeClient,
  homeToken,
  now,
  type WalletOptions,
} from './wallet-calls.js';

/** Options of a presentation. */
export interface PresentOptions extends WalletOptions {
  readonly host?: string;
  readonly purpose?: Purpose;
}

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
    token: await homeToken(session, wallet, 'renew', options),
  });
  const renewed = acceptVisa(wallet, answer);
  writeWallet(path, renewed);
  return describeWallet(renewed);
}

async function showVisits(session: Session, options: WalletOptions): Promise<Outcome> {
  const wallet = readWallet(walletPath(options.wallet));
  const answer = await homeClient(wallet.home.url).post('/covisa/v1/visits', {
    token: await homeToken(session, wallet, 'renew', options),
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
  addWalletAskingCommands(wallet, runner);
}
