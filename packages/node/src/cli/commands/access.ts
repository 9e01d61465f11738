/** `covisa person`, `covisa device` and `covisa token`: who may enter at desk and console. */

import { type Command, Option } from 'commander';
import { action, type Runner } from '../action.js';
import { shortText } from '../arguments.js';
import { usageError } from '../failure.js';
import { findNamed } from '../names.js';
import type { Outcome, Session } from '../session.js';
import { instant, table } from '../text.js';
import { type SecretOptions, typedSecret } from '../typed-secret.js';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly created: number;
}

interface Device {
  readonly id: string;
  readonly name: string;
  readonly paired: number;
}

interface Token {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly created: number;
}

const ROLES = ['owner', 'desk'] as const;
const NAME_CHARACTERS_MAX = 80;
const nameOf = (what: string): ((text: string) => string) =>
  shortText(what, { max: NAME_CHARACTERS_MAX });

/** `covisa … remove <name>`: finds the one that is meant, and removes it. */
function removal(runner: Runner, what: string, path: string): ReturnType<typeof action> {
  return action(runner, async (session, _options: object, text: string): Promise<Outcome> => {
    const all = await session.client().get<readonly Person[]>(path);
    const { id, name } = findNamed(what, text, all);
    await session.client().post(`${path}/${id}/remove`);
    return { document: { id, name }, text: `${name} is removed.` };
  });
}

async function typedPin(session: Session, options: SecretOptions, name: string): Promise<string> {
  const pin = await typedSecret(session, options, { what: 'PIN', question: `PIN for ${name}: ` });
  if (/^\d{4,10}$/.test(pin)) return pin;
  throw usageError('PIN: expected 4 to 10 digits. Nothing was changed; try again.');
}

async function addPerson(session: Session, options: SecretOptions, name: string): Promise<Outcome> {
  const pin = await typedPin(session, options, name);
  const person = await session.client().post<Person>('/api/people', { name, pin });
  return { document: person, text: `${name} may sign in with this PIN on a paired device.` };
}

async function setPin(session: Session, options: SecretOptions, text: string): Promise<Outcome> {
  const people = await session.client().get<readonly Person[]>('/api/people');
  const { id, name } = findNamed('person', text, people);
  const pin = await typedPin(session, options, name);
  await session.client().post(`/api/people/${id}/pin`, { pin });
  return { document: { id, name }, text: `${name} has a new PIN, and is signed out.` };
}

async function listPeople(session: Session): Promise<Outcome> {
  const people = await session.client().get<readonly Person[]>('/api/people');
  const rows = people.map(({ name, id, created }) => [name, id, instant(created)]);
  return { document: people, text: table(['name', 'id', 'since'], rows, 'No desk people yet.') };
}

async function listDevices(session: Session): Promise<Outcome> {
  const devices = await session.client().get<readonly Device[]>('/api/devices');
  const rows = devices.map(({ name, id, paired }) => [name, id, instant(paired)]);
  return { document: devices, text: table(['name', 'id', 'paired'], rows, 'No device yet.') };
}

async function pairDevice(session: Session, _options: object, name: string): Promise<Outcome> {
  const client = session.client();
  const invited = await client.post<{ code: string; lapses: number }>('/api/devices', { name });
  const { publicUrl } = await session.status();
  const link = `${publicUrl ?? client.url}/desk#pair.${invited.code}`;
  const until = `good once until ${instant(invited.lapses)}`;
  const text = `On the device, open this link, ${until}:\n${link}\n\nOr type the code at the desk: ${invited.code}`;
  return { document: { ...invited, link }, text };
}

async function listTokens(session: Session): Promise<Outcome> {
  const tokens = await session.client().get<readonly Token[]>('/api/tokens');
  const rows = tokens.map(({ name, id, role, created }) => [name, id, role, instant(created)]);
  const none = 'No token but the one in the data folder.';
  return { document: tokens, text: table(['name', 'id', 'role', 'since'], rows, none) };
}

async function addToken(
  session: Session,
  { role }: { readonly role: string },
  name: string,
): Promise<Outcome> {
  const made = await session
    .client()
    .post<Token & { token: string }>('/api/tokens', { name, role });
  const text = `The token of ${name}, with the role ${role}. It is shown this once:\n${made.token}`;
  return { document: made, text };
}

/** Adds these commands to the program. */
export function addAccessCommands(program: Command, runner: Runner): void {
  addPersonCommands(program, runner);
  const device = program.command('device').description('the paired devices of the desk');
  device.command('list').description('all devices').action(action(runner, listDevices));
  device
    .command('pair')
    .argument('[name]', 'what the owner calls it', nameOf('a name'), 'Desk')
    .description('let one browser be a paired device, on which PINs serve')
    .action(action(runner, pairDevice));
  device
    .command('remove <device>')
    .description('pair it no more, and sign out whoever is signed in on it')
    .action(removal(runner, 'device', '/api/devices'));
  const token = program.command('token').description('the tokens of the API');
  token.command('list').description('all tokens').action(action(runner, listTokens));
  token
    .command('add')
    .argument('<name>', 'what the owner calls it', nameOf('a name'))
    .description('make a token; shows it once')
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).default('desk'))
    .action(action(runner, addToken));
  token
    .command('remove <token>')
    .description('make a token worthless')
    .action(removal(runner, 'token', '/api/tokens'));
}

function addPersonCommands(program: Command, runner: Runner): void {
  const person = program.command('person').description('the people of the desk');
  person.command('list').description('all desk people').action(action(runner, listPeople));
  person
    .command('add')
    .argument('<name>', 'stays in this node', nameOf('a name'))
    .description('let somebody sign in at the desk; asks for a PIN')
    .option('--stdin', 'read the PIN from standard input')
    .action(action(runner, addPerson));
  person
    .command('pin <person>')
    .description('give somebody another PIN')
    .option('--stdin', 'read the PIN from standard input')
    .action(action(runner, setPin));
  person
    .command('remove <person>')
    .description('let somebody sign in no more')
    .action(removal(runner, 'person', '/api/people'));
}
