/** The command line as a whole: global options, all commands, and how wrong usage is answered. */

import { Command, CommanderError } from 'commander';
import { printFailure, type Runner } from './action.js';
import { addAccessCommands } from './commands/access.js';
import { addAccountCommands } from './commands/accounts.js';
import { addAuditCommands } from './commands/audit.js';
import { addBackupCommands } from './commands/backup.js';
import { addCheckCommand } from './commands/check.js';
import { addInitCommand } from './commands/init.js';
import { addKeysCommands } from './commands/keys.js';
import { addMemberCommands } from './commands/member.js';
import { addMessageCommands } from './commands/message.js';
import { addNetworkCommands } from './commands/network.js';
import { addPasswordCommand } from './commands/password.js';
import { addProgrammeCommands } from './commands/programme.js';
import { addRecoverCommand } from './commands/recover.js';
import { addRefusalCommands } from './commands/refusals.js';
import { addRequestCommands } from './commands/requests.js';
import { addSpaceCommands } from './commands/space.js';
import { addStartCommand } from './commands/start.js';
import { addTryCommand } from './commands/try.js';
import { addVisaCommand } from './commands/visa.js';
import { addWalletCommands } from './commands/wallet.js';
import { EXIT_OK, usageError } from './failure.js';

/** Commander's ways to say that help or the version was printed as asked. */
const ASKED_FOR = ['commander.helpDisplayed', 'commander.version'];

type AddCommands = (program: Command, runner: Runner) => void;

/** All commands, under the headings of the help, in the order in which an owner comes to them. */
const GROUPS: readonly (readonly [heading: string, add: readonly AddCommands[]])[] = [
  ['First steps:', [addTryCommand, addInitCommand, addStartCommand, addPasswordCommand]],
  ['This space:', [addSpaceCommands, addAccessCommands]],
  ['Members:', [addMemberCommands, addRequestCommands, addKeysCommands]],
  ['The desk:', [addCheckCommand, addAccountCommands]],
  ['Other spaces:', [addProgrammeCommands, addRefusalCommands, addMessageCommands]],
  ['The network:', [addNetworkCommands, addAuditCommands]],
  ['In good time, and in trouble:', [addBackupCommands, addRecoverCommand]],
  ['For members and developers:', [addWalletCommands, addVisaCommand]],
];

/** All commands over a runner. */
function createProgram(runner: Runner, version: string, isJson: boolean): Command {
  const program = new Command('covisa')
    .description('Coworking visas: the node of a space, its desk, and a wallet.')
    .version(version)
    .option('--data <folder>', "the node's data folder (COVISA_DATA; default: ./covisa-data)")
    .option('--node <url>', 'the node to talk to (COVISA_URL; default: the one of the data folder)')
    .option('--token <token>', 'the token of its API (COVISA_TOKEN; default: from the data folder)')
    .option('--json', 'one JSON document on standard output, also for errors')
    .exitOverride()
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .configureOutput({
      writeOut: (text) => runner.io.out(text),
      // With --json the error is the document; else it goes where errors go.
      writeErr: (text) => (isJson ? undefined : runner.io.note(text)),
    });
  for (const [heading, add] of GROUPS) {
    program.commandsGroup(heading);
    for (const one of add) one(program, runner);
  }
  program.commandsGroup('Help:');
  program
    .command('help [command...]')
    .description('what a command does, and its options')
    .action((names: readonly string[]) => {
      findCommand(program, names).outputHelp();
      runner.setExitStatus(EXIT_OK);
    });
  pointToHelp(program, program.name());
  return program;
}

/** After a mistake each command points to its own help. */
function pointToHelp(command: Command, called: string): void {
  command.showHelpAfterError(`See ${called} --help.`);
  for (const one of command.commands) pointToHelp(one, `${called} ${one.name()}`);
}

/** @throws CommandError USAGE */
function findCommand(program: Command, names: readonly string[]): Command {
  return names.reduce((command, name) => {
    const found = command.commands.find((one) => one.name() === name);
    if (found !== undefined) return found;
    throw usageError(`help: expected a command, got "${names.join(' ')}". See covisa --help.`);
  }, program);
}

/** Whether help or the version was printed because that was what was asked for. */
function isAnswered(error: CommanderError): boolean {
  // Help that is printed for want of a command has the same code, and ends with another status.
  return (
    ASKED_FOR.includes(error.code) || (error.code === 'commander.help' && error.exitCode === 0)
  );
}

/** Runs one command line, without the names of the program and its interpreter. */
export async function run(runner: Runner, version: string, argv: readonly string[]): Promise<void> {
  const isJson = argv.includes('--json');
  const program = createProgram(runner, version, isJson);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) return printFailure(runner, error, isJson);
    if (isAnswered(error)) return runner.setExitStatus(EXIT_OK);
    // Commander has told people already; the document and the exit status are still to come.
    const silent = { ...runner, io: { ...runner.io, note: () => undefined } };
    printFailure(silent, error, isJson);
  }
}
