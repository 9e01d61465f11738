/** Runs the command: reads its arguments and does what they say. */

import { BREAKAGES } from '../breakages/index.js';
import { CHECKED, INVARIANTS } from '../invariants/index.js';
import { readDocument, withCoverage, withInvariants, writeDocument } from '../report/document.js';
import { type Arguments, HELP, parseArguments, UsageError } from './arguments.js';
import { huntBreakages } from './breakages.js';
import type { Io } from './io.js';
import { playScenarios } from './scenarios.js';
import { playSeeds } from './seeds.js';
import { playTraced } from './traced.js';

const HELD = 0;
const VIOLATED = 1;
const WRONG_USAGE = 2;

/** The exit status: 0 all held, 1 something was violated, 2 wrong usage. */
export async function command(args: readonly string[], io: Io): Promise<number> {
  try {
    const parsed = parseArguments(args);
    if (parsed !== null) return (await done(parsed, io)) ? HELD : VIOLATED;
    io.out(HELP);
    return HELD;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.note(`sim: ${error.message}\nSee npm run sim -- --help.\n`);
    return WRONG_USAGE;
  }
}

async function done(args: Arguments, io: Io): Promise<boolean> {
  switch (args.kind) {
    case 'seed':
    case 'file':
      return playTraced(args, io);
    case 'seeds':
      return playSeeds(args, io);
    case 'scenarios':
      return playScenarios(args, io);
    case 'breakages':
      return huntBreakages(args, io);
    case 'document':
      writeDocument(withCoverage(withInvariants(readDocument(), INVARIANTS), CHECKED, BREAKAGES));
      return true;
  }
}
