/** spec/limits.md from the constants of the protocol and their docstrings. */

import * as protocol from '@covisa/protocol';
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
`;
}
