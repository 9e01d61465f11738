/** `covisa wallet may`, `renumber` and `move`: what a member may ask of the home besides visas. */

import {
  type CalendarDate,
  explainFor,
  judgePlan,
  localDate,
  parseWalletOverview,
  seconds,
  shape,
} from '@covisa/protocol';
import type { Command } from 'commander';
import { claimLink } from '../../engine/home/claim-codes.js';
import { action, type Runner } from '../action.js';
import { date } from '../arguments.js';
import { CommandError } from '../failure.js';
import { findNamed } from '../names.js';
import type { Outcome, Session } from '../session.js';
import { instant } from '../text.js';
import { readWallet, visaOf, walletPath, writeWallet } from '../wallet.js';
import {
  acceptVisa,
  addWalletOptions,
  describeWallet,
  homeClient,
  homeToken,
  now,
  type WalletOptions,
} from './wallet-calls.js';

interface MayOptions extends WalletOptions {
  readonly date?: CalendarDate;
  readonly venue?: string;
  readonly halfDay?: boolean;
}

const moved = shape.open({
  claimCode: shape.text({ min: 1, max: 100 }),
  claimLink: shape.nullable(shape.text({ min: 1, max: 400 })),
  lapses: seconds,
});

async function may(session: Session, options: MayOptions, text: string): Promise<Outcome> {
  const path = walletPath(options.wallet);
  const wallet = readWallet(path);
  const answer = await homeClient(wallet.home.url).post('/covisa/v1/overview', {
    token: await homeToken(session, wallet, 'renew', options),
  });
  const renewed = acceptVisa(wallet, answer);
  writeWallet(path, renewed);
  const told = parseWalletOverview(answer);
  const named = told.directory.map((one) => ({ ...one, id: String(one.space) }));
  const { space: host, venues } = findNamed('space', text, named);
  const instantOfAsking = await now(session, options);
  const found = judgePlan(told, visaOf(renewed).visa.claims, {
    ...{ host, venue: options.venue ?? null, instant: instantOfAsking },
    date: options.date ?? localDate(instantOfAsking, venues[0]?.timeZone ?? 'UTC'),
    ...{ halfDay: options.halfDay === true, notice: null },
  });
  if (found !== null) {
    const { verdict, programme, venue } = found;
    const document = { programme: programme.id, venue: venue.id, verdict };
    return { document, text: explainFor('member', verdict).join('\n') };
  }
  throw new CommandError(
    'NOT_JUDGED',
    'visit: this space shares no programme with the home, or has no such venue. Name another.',
  );
}

async function renumber(session: Session, options: WalletOptions): Promise<Outcome> {
  const path = walletPath(options.wallet);
  const wallet = readWallet(path);
  const answer = await homeClient(wallet.home.url).post('/covisa/v1/renumber', {
    token: await homeToken(session, wallet, 'renumber', options),
  });
  const renumbered = acceptVisa(wallet, answer);
  writeWallet(path, renumbered);
  return describeWallet(renumbered);
}

async function move(session: Session, options: WalletOptions): Promise<Outcome> {
  const wallet = readWallet(walletPath(options.wallet));
  const { home } = wallet;
  const answer = await homeClient(home.url).post('/covisa/v1/move', {
    token: await homeToken(session, wallet, 'rekey', options),
  });
  const document = moved.parse(answer);
  const link = document.claimLink ?? claimLink(home.url, document.claimCode, home.space);
  const until = instant(document.lapses);
  const text = `Claim link for the next phone, good once until ${until}:\n${link}`;
  return { document: { ...document, claimLink: link }, text };
}

/** Adds these commands to `covisa wallet`. */
export function addWalletAskingCommands(wallet: Command, runner: Runner): void {
  addWalletOptions(wallet.command('may <host>'))
    .description('whether a visit to a space, by id or name, would be free, and what it would cost')
    .option('--date <date>', 'the date of the visit (default: today)', date)
    .option('--venue <id>', "which of the space's venues")
    .option('--half-day', 'half a day')
    .action(action(runner, may));
  addWalletOptions(wallet.command('renumber'))
    .description('a visa under a new number; the one before is dead at once')
    .action(action(runner, renumber));
  addWalletOptions(wallet.command('move'))
    .description('a claim link for another phone; its claim makes this wallet dead')
    .action(action(runner, move));
}
