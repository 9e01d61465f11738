/** `covisa refuse` and `covisa welcome`: whose members this space does not take. */

import type { Listing, ProfileEntry } from '@covisa/protocol';
import type { Command } from 'commander';
import { action, type Runner } from '../action.js';
import { shortText } from '../arguments.js';
import type { Json } from '../client.js';
import { findNamed, isSpaceId } from '../names.js';
import type { Outcome, Session } from '../session.js';
import { table } from '../text.js';

type Refusals = NonNullable<Json<ProfileEntry>['offer']['refuses']>;

const REASON = shortText('a reason', { max: 200 });

async function offerOf(session: Session): Promise<Json<ProfileEntry>['offer']> {
  return (await session.client().get<Json<ProfileEntry>>('/api/profile')).offer;
}

async function spaceNamed(session: Session, text: string): Promise<string> {
  if (isSpaceId(text)) return text;
  const listings = await session.client().get<readonly Json<Listing>[]>('/api/directory');
  const known = listings.map(({ space, name }) => ({ id: space as string, name }));
  return findNamed('space', text, known).id;
}

function outcomeOf(refuses: Refusals): Outcome {
  const rows = refuses.map(({ space, reason }) => [space, reason]);
  return { document: refuses, text: table(['space', 'reason'], rows, 'No space is refused.') };
}

/** The offer is written whole, and so are the refusals in it. */
async function save(session: Session, refuses: Refusals): Promise<Outcome> {
  const { refuses: _, ...rest } = await offerOf(session);
  const offer = refuses.length === 0 ? rest : { ...rest, refuses };
  await session.client().patch('/api/profile', { offer });
  return outcomeOf(refuses);
}

async function others(session: Session, space: string): Promise<Refusals> {
  const { refuses = [] } = await offerOf(session);
  return refuses.filter((one) => one.space !== space);
}

async function list(session: Session): Promise<Outcome> {
  return outcomeOf((await offerOf(session)).refuses ?? []);
}

async function refuse(
  session: Session,
  { reason }: { readonly reason: string },
  text: string,
): Promise<Outcome> {
  const space = await spaceNamed(session, text);
  return save(session, [...(await others(session, space)), { space, reason } as Refusals[number]]);
}

async function welcome(session: Session, _options: object, text: string): Promise<Outcome> {
  return save(session, await others(session, await spaceNamed(session, text)));
}

/** Adds these commands to the program. */
export function addRefusalCommands(program: Command, runner: Runner): void {
  program
    .command('refused')
    .description('spaces whose members this space does not take')
    .action(action(runner, list));
  program
    .command('refuse <space>')
    .requiredOption('--reason <text>', 'what the desk says', REASON)
    .description(
      "take no members of that space: at this space only, whatever the programme's terms",
    )
    .action(action(runner, refuse));
  program
    .command('welcome <space>')
    .description('take members of that space again')
    .action(action(runner, welcome));
}
