/**
 * spec/errors.md from the unions of codes, the table of HTTP status and one sentence for each code.
 */

import { STATUS_OF_CODE } from '#node/http/status.js';
import { NODE_MEANINGS, PROTOCOL_MEANINGS } from './error-meanings.js';
import { readText } from './repository.js';

const GROUP = /\/\/ (?<topic>[^\n]+)|'(?<code>[A-Z0-9_]+)'/gu;

/** One group of codes, under the comment that heads it in the source. */
interface Group {
  readonly topic: string;
  readonly codes: readonly string[];
}

function union(path: string, name: string): string {
  const text = readText(path);
  const start = text.indexOf(`export type ${name} =`);
  if (start < 0) throw new Error(`${path}: expected the union ${name}`);
  return text.slice(start, text.indexOf(';', start));
}

function groups(source: string): Group[] {
  const found: { topic: string; codes: string[] }[] = [];
  for (const match of source.matchAll(GROUP)) {
    const { topic, code } = match.groups ?? {};
    if (topic !== undefined) found.push({ topic, codes: [] });
    else if (code !== undefined) found.at(-1)?.codes.push(code);
  }
  return found;
}

/** The protocol's codes by topic. */
function protocolGroups(): Group[] {
  return groups(union('packages/protocol/src/errors.ts', 'ErrorCode'));
}

/** The node's codes by topic, with those of its transport. */
function nodeGroups(): Group[] {
  const transport = union('packages/node/src/ports.ts', 'TransportErrorCode');
  const own = union('packages/node/src/errors.ts', 'NodeErrorCode');
  return groups(own.replace('TransportErrorCode', transport));
}

function table({ topic, codes }: Group, meanings: Readonly<Record<string, string>>): string {
  const rows = codes.map((code) => {
    const meaning = meanings[code] ?? '**no sentence in scripts/error-meanings.ts**';
    return `| \`${code}\` | ${STATUS_OF_CODE.get(code) ?? 500} | ${meaning} |`;
  });
  const title = topic.charAt(0).toUpperCase() + topic.slice(1);
  return `### ${title}\n\n| code | HTTP | meaning |\n|---|---:|---|\n${rows.join('\n')}\n`;
}

/**
 * Codes with what their docstrings say: those of the store and of the command are the operator's,
 * and never leave a node over HTTP.
 */
function documentedTable(path: string, name: string): string {
  const codes = union(path, name);
  const rows = [...codes.matchAll(/\/\*\* (?<doc>[^*]+) \*\/\s*\|? ?'(?<code>[A-Z_]+)'/gu)].map(
    ({ groups = {} }) => `| \`${groups.code}\` | ${groups.doc} |`,
  );
  return `| code | meaning |\n|---|---|\n${rows.join('\n')}\n`;
}

/** Codes without a sentence, and sentences without a code. */
export function meaningMisfits(): string[] {
  const codes = [...protocolGroups(), ...nodeGroups()].flatMap((group) => group.codes);
  const meanings = { ...PROTOCOL_MEANINGS, ...NODE_MEANINGS };
  return [
    ...codes.filter((code) => !Object.hasOwn(meanings, code)),
    ...Object.keys(meanings).filter((code) => !codes.includes(code)),
  ];
}

/** The document: the protocol's codes, the node's, and the operator's. */
export function errorsDocument(): string {
  const protocol = protocolGroups().map((group) => table(group, PROTOCOL_MEANINGS));
  const node = nodeGroups().map((group) => table(group, NODE_MEANINGS));
  return `# Errors

A closed list. Codes are stable; messages are for people and may change. Over HTTP every error is
\`{"error": {"code", "message", "path"?}}\` under the status given here, and no stack trace leaves a node. A bad
signature in data that may be bad is an answer, not an error. Written from the code by \`npm run spec\`.

## The protocol

${protocol.join('\n')}
## The node

${node.join('\n')}
## The store

Shown where a node does not start; over HTTP they are \`INTERNAL\`.

${documentedTable('packages/store/src/errors.ts', 'StoreErrorCode')}
## The command

Told by \`covisa\` itself, in the document of \`--json\` too, with exit status 1 where it is no other. What a node answers
keeps the node's code.

${documentedTable('packages/node/src/cli/failure.ts', 'CommandErrorCode')}`;
}
