/** `covisa message`: what owners write to each other. */

import { MESSAGE_ANSWERS } from '@covisa/protocol';
import { type Command, Option } from 'commander';
import type { MessageThread } from '../../engine/services.js';
import { action, type Runner } from '../action.js';
import { date, wholeNumber } from '../arguments.js';
import type { Json } from '../client.js';
import { usageError } from '../failure.js';
import { findNamed, findProgramme, findSpace } from '../names.js';
import type { Outcome, Session } from '../session.js';
import { instant, plain, table } from '../text.js';
import { type ContentOptions, contentOf } from './message-content.js';
import { messageText, type ViewJson } from './message-text.js';

interface SendOptions extends ContentOptions {
  readonly programme?: string;
}

async function list(session: Session): Promise<Outcome> {
  const all = await session.client().get<readonly Json<MessageThread>[]>('/api/messages');
  const rows = all.map((one) => [
    one.name ?? one.space,
    one.messages,
    one.unread,
    one.waiting,
    one.failed,
    instant(one.latest === 0 ? null : one.latest),
    one.isRefused ? 'refused' : '',
  ]);
  const headings = ['space', 'messages', 'unread', 'waiting', 'failed', 'latest', ''];
  return { document: all, text: table(headings, rows, 'No messages.') };
}

async function read(session: Session, _options: object, text: string): Promise<Outcome> {
  const space = await findSpace(session, text);
  const thread = await session.client().get<readonly ViewJson[]>(`/api/messages/${space}`);
  const came = thread.filter(({ direction }) => direction === 'in');
  await session.client().post(`/api/messages/${space}/read`, { ids: came.map(({ id }) => id) });
  const lines = thread.map(messageText);
  return { document: thread, text: lines.length === 0 ? 'No messages.' : lines.join('\n\n') };
}

async function send(
  session: Session,
  options: SendOptions,
  name: string | undefined,
): Promise<Outcome> {
  const content = contentOf(options);
  const isToAll = content.kind === 'notice';
  if (isToAll !== (name === undefined)) {
    throw usageError('space: expected one, or none for a notice. See covisa message send --help.');
  }
  const to = name === undefined ? null : await findSpace(session, name);
  const isNamed = options.programme !== undefined || isToAll;
  const programme = isNamed ? (await findProgramme(session, options.programme)).id : null;
  const order = { to, programme, replyTo: options.replyTo ?? null, content };
  const sent = await session.client().post<readonly ViewJson[]>('/api/messages', order);
  const names = sent.map((one) => one.name ?? one.space).join(', ');
  return {
    document: sent,
    text: `On its way to ${plain(names)}. covisa message list shows what was delivered.`,
  };
}

async function erase(session: Session, _options: object, id: string): Promise<Outcome> {
  const threads = await session.client().get<readonly Json<MessageThread>[]>('/api/messages');
  const all: ViewJson[] = [];
  for (const { space } of threads) {
    all.push(...(await session.client().get<readonly ViewJson[]>(`/api/messages/${space}`)));
  }
  const found = findNamed(
    'message',
    id,
    all.map((one) => ({ ...one, name: null })),
  );
  const { direction, space } = found;
  await session.client().post('/api/messages/erase', { direction, space, id: found.id });
  return { document: {}, text: 'Erased.' };
}

function refuser(refused: boolean) {
  return async (session: Session, _options: object, name: string): Promise<Outcome> => {
    const space = await findSpace(session, name);
    await session.client().post(`/api/messages/${space}/refuse`, { refused });
    const text = refused ? 'Messages of that space are refused.' : 'Messages are taken again.';
    return { document: {}, text };
  };
}

/** Adds `covisa message` to the program. */
export function addMessageCommands(program: Command, runner: Runner): void {
  const message = program.command('message').description('what owners write to each other');
  message.command('list').description('with whom, and what waits').action(action(runner, list));
  message
    .command('read <space>')
    .description('all messages with a space; marks them as read')
    .action(action(runner, read));
  const kinds = ['note', 'introduction', 'answer', 'incident', 'notice'];
  message
    .command('send [space]')
    .description('write to a space, or a notice to all of a programme')
    .addOption(new Option('--kind <kind>', 'what it is').choices(kinds).default('note'))
    .option('--text <text>', 'what to say, at most 2,000 characters')
    .option('--first <date>', 'introduction: the first day', date)
    .option('--last <date>', 'introduction: the last day (default: the first)', date)
    .option('--people <number>', 'introduction: how many come (default: 1)', wholeNumber(1, 50))
    .option('--needs <text>', 'introduction: what they need')
    .option('--display-name <name>', 'introduction: who comes, if the member agreed')
    .addOption(new Option('--answer <answer>', 'what to answer').choices(MESSAGE_ANSWERS))
    .option('--reply-to <id>', 'the message that this one answers')
    .option('--date <date>', 'incident: the day', date)
    .option('--programme <programme>', 'by name or id, where several are shared')
    .action(action(runner, send));
  message
    .command('erase <id>')
    .description('erase what a message says, here and at once')
    .action(action(runner, erase));
  message
    .command('refuse <space>')
    .description('take no messages of a space any more')
    .action(action(runner, refuser(true)));
  message
    .command('accept <space>')
    .description('take messages of a space again')
    .action(action(runner, refuser(false)));
}
