/** `covisa visa`: the QR code of a presentation or of a static visa. */

import { existsSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { action, type Runner } from '../action.js';
import { CommandError, usageError } from '../failure.js';
import { writeFile } from '../files.js';
import { findActiveMember } from '../names.js';
import { QR_LEVELS, type QrLevel, qrPng, qrSvg, qrText, qrVersion } from '../qr.js';
import type { Outcome, Session } from '../session.js';
import { addPresentOptions, type PresentOptions, presentFromFile } from './wallet.js';

interface VisaOptions extends PresentOptions {
  readonly member?: string;
  /** A token that is there already. */
  readonly visaToken?: string;
  readonly png?: string;
  readonly svg?: string;
  readonly level: QrLevel;
  readonly invert?: boolean;
  readonly force?: boolean;
}

async function tokenOf(session: Session, options: VisaOptions): Promise<string> {
  const sources = [options.member, options.visaToken, options.wallet].filter(
    (one) => one !== undefined,
  );
  if (sources.length > 1) {
    throw usageError('visa: expected one of --wallet, --member and --visa-token, got several.');
  }
  if (options.visaToken !== undefined) return options.visaToken;
  if (options.member === undefined) return presented(session, options);
  const { id } = await findActiveMember(session, options.member);
  const path = `/api/members/${id}/static-token`;
  return (await session.client().get<{ readonly token: string }>(path)).token;
}

/** Who named no wallet may have meant a member's printed card. */
async function presented(session: Session, options: VisaOptions): Promise<string> {
  try {
    return (await presentFromFile(session, options)).token;
  } catch (error) {
    if (options.wallet !== undefined || !(error instanceof CommandError)) throw error;
    if (error.code !== 'FILE_MISSING') throw error;
    const card = 'For the printed card of a member of this space, name the member with --member.';
    throw new CommandError('FILE_MISSING', `${error.message} ${card}`, { cause: error });
  }
}

/** @throws CommandError FILE_EXISTS */
function checkTargets({ png, svg, force }: VisaOptions): void {
  const taken = [png, svg].find((path) => path !== undefined && existsSync(path));
  if (taken === undefined || force === true) return;
  throw new CommandError(
    'FILE_EXISTS',
    `file ${taken}: is there already. Name a new one, or replace it with --force.`,
  );
}

async function showVisa(session: Session, options: VisaOptions): Promise<Outcome> {
  checkTargets(options);
  const token = await tokenOf(session, options);
  const { level } = options;
  const files: string[] = [];
  if (options.png !== undefined) {
    writeFile(options.png, await qrPng(token, level), 0o600);
    files.push(options.png);
  }
  if (options.svg !== undefined) {
    writeFile(options.svg, await qrSvg(token, level), 0o600);
    files.push(options.svg);
  }
  const version = qrVersion(token, level);
  const code = qrText(token, level, {
    colour: session.io.colour,
    invert: options.invert === true,
  });
  const note = `QR version ${version} (${17 + 4 * version} modules), level ${level}`;
  const text = files.length > 0 ? `${note}, written to ${files.join(' and ')}` : `${code}\n${note}`;
  return { document: { token, version, level, files }, text };
}

/** Adds `covisa visa` to the program. */
export function addVisaCommand(program: Command, runner: Runner): void {
  addPresentOptions(program.command('visa'))
    .description("the QR code of a wallet's presentation or of a member's printed card")
    .option('--member <member>', 'the static visa of this member of ours, to print')
    .option('--visa-token <token>', 'a token that is there already')
    .option('--png <file>', 'write a PNG instead of showing it here')
    .option('--svg <file>', 'write an SVG instead of showing it here')
    .option('--force', 'replace files that are there')
    .addOption(new Option('--level <level>', 'error correction').choices(QR_LEVELS).default('M'))
    .option('--invert', 'for terminals with dark text on a light ground and no colours')
    .action(action(runner, showVisa));
}
