/** `covisa requests`: what members asked through their wallets. */

import type { Command } from 'commander';
import type { MemberRequest } from '../../engine/services.js';
import { action, type Runner } from '../action.js';
import type { Json } from '../client.js';
import { findNamed } from '../names.js';
import type { Outcome, Session } from '../session.js';
import { instant, table } from '../text.js';

type RequestJson = Json<MemberRequest>;

function wish(one: RequestJson): string {
  if (one.kind === 'erasure') return 'wishes to be erased';
  return `${one.date ?? ''} at ${one.hostName ?? one.host ?? ''} is not right`;
}

async function list(session: Session): Promise<Outcome> {
  const all = await session.client().get<readonly RequestJson[]>('/api/requests');
  const rows = all.map((one) => [
    instant(one.recorded),
    one.memberName ?? one.member,
    wish(one),
    one.note,
    one.done === null ? 'waits' : `done ${instant(one.done)}`,
    one.id,
  ]);
  const headings = ['when', 'member', 'request', 'note', 'state', 'id'];
  return { document: all, text: table(headings, rows, 'No requests.') };
}

async function done(session: Session, _options: object, text: string): Promise<Outcome> {
  const all = await session.client().get<readonly RequestJson[]>('/api/requests');
  const named = all.map(({ id }) => ({ id, name: null }));
  const { id } = findNamed('request', text, named);
  const request = await session.client().post<RequestJson>(`/api/requests/${id}/done`);
  return { document: request, text: `Done: ${request.memberName ?? ''} ${wish(request)}.` };
}

/** Adds `covisa requests` to the program. */
export function addRequestCommands(program: Command, runner: Runner): void {
  const requests = program.command('requests').description('what members asked of you');
  requests.command('list').description('all of them').action(action(runner, list));
  requests
    .command('done <request>')
    .description('mark a request as done')
    .action(action(runner, done));
}
