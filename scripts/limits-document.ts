/** spec/limits.md from the constants of the protocol and their docstrings. */

import * as protocol from '@covisa/protocol';
import { DEFAULT_RATE_LIMITS } from '#node/http/context.js';
import { readText } from './repository.js';

const SOURCE = 'packages/protocol/src/limits.ts';
const CONSTANT = /\/\*\*(?<doc>(?:(?!\*\/)[\s\S])*)\*\/\nexport const (?<name>[A-Z0-9_]+)\b/gu;

/** The text of a doc comment on one line. */
function docText(comment: string): string {
  return comment.replace(/\s*\n\s*\*\s?/gu, ' ').trim();
}

function amountOf(name: string): string {
  const value: unknown = Object.entries(protocol).find(([known]) => known === name)?.[1];
  if (typeof value !== 'number') throw new Error(`${SOURCE}: ${name}: expected a number`);
  return value.toLocaleString('en-US');
}

/** Bounds of our own node that others meet: by the file, below `packages/node/src`, and name. */
const OF_NODE: readonly (readonly [path: string, name: string])[] = [
  ['engine/desk/check/checks.ts', 'CHECK_SECONDS'],
  ['engine/desk/check/checks.ts', 'KEPT_SCAN_SECONDS'],
  ['engine/desk/check/checks.ts', 'LATE_DAYS_MAX'],
  ['engine/home/claim-codes.ts', 'CLAIM_LIFETIME_SECONDS'],
  ['engine/home/claim-codes.ts', 'MOVE_LIFETIME_SECONDS'],
  ['engine/home/issuer.ts', 'NEW_NUMBERS_MAX'],
  ['engine/home/requests.ts', 'WAITING_OF_MEMBER_MAX'],
  ['engine/home/spoken-codes.ts', 'WRONG_MAX'],
  ['access/sessions.ts', 'SESSION_IDLE_SECONDS'],
  ['access/sessions.ts', 'SESSION_SECONDS'],
  ['access/devices.ts', 'PAIRING_SECONDS'],
  ['http/access/cookies.ts', 'DEVICE_DAYS'],
  ['access/sign-in.ts', 'WAIT_SECONDS_MAX'],
  ['access/sign-in.ts', 'PIN_WAIT_SECONDS_MAX'],
  ['access/sign-in.ts', 'FIRST_ATTEMPTS_PER_HOUR'],
  ['access/records.ts', 'PEOPLE_MAX'],
  ['access/records.ts', 'DEVICES_MAX'],
  ['access/records.ts', 'TOKENS_MAX'],
  ['http/csv/reading.ts', 'ROWS_MAX'],
  ['http/edge.ts', 'JSON_BYTES_MAX'],
];

/** A constant that is a number, or a product of numbers, with its docstring. */
function nodeRow([path, name]: readonly [path: string, name: string]): string {
  const source = readText(`packages/node/src/${path}`);
  const pattern = new RegExp(
    `/\\*\\*(?<doc>(?:(?!\\*/)[\\s\\S])*)\\*/\\n(?:export )?const ${name}\\b[^=]*= (?<value>[\\d_* ]+);`,
    'u',
  );
  const { doc, value } = pattern.exec(source)?.groups ?? {};
  if (doc === undefined || value === undefined) {
    throw new Error(`${path}: ${name}: expected a number with a docstring`);
  }
  const factors = value.split('*').map((one) => Number(one.trim().replaceAll('_', '')));
  const amount = factors.reduce((product, factor) => product * factor, 1);
  return `| \`${name}\` | ${amount.toLocaleString('en-US')} | ${docText(doc)} | \`${path}\` |`;
}

/** The document: one row for each limit, in the order of the source. */
export function limitsDocument(): string {
  const rows = [...readText(SOURCE).matchAll(CONSTANT)].map(({ groups = {} }) => {
    const { doc = '', name = '' } = groups;
    return `| \`${name}\` | ${amountOf(name)} | ${docText(doc)} |`;
  });
  return `# Limits

Every bound of the protocol. A node refuses what is beyond one, and changes nothing of what it held before. The unit
stands in the name. Written from \`${SOURCE}\` by \`npm run spec\`.

| limit | value | what it is, and what it guards against |
|---|---:|---|
${rows.join('\n')}

## Of our node

What whoever talks to our node meets besides: other nodes may set other bounds. A minute of one address has room for
${DEFAULT_RATE_LIMITS.wallet} requests of wallets, ${DEFAULT_RATE_LIMITS.peers} of peers and ${DEFAULT_RATE_LIMITS.people} of people, and for ten times as many pages. A PIN has 4 to 10 digits, a
password at least 10 characters, a party at most 50 companions.

| limit | value | what it is, and what it guards against | in \`packages/node/src\` |
|---|---:|---|---|
${OF_NODE.map(nodeRow).join('\n')}
`;
}
