/**
 * The tables of rules in the chapters of spec/. A chapter says which topics it has, and `npm run
 * spec` writes their rules between the two lines:
 *
 *     <!-- rules VISA PRES -->
 *     <!-- end of rules -->
 */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, readText } from './repository.js';
import { ruleRows } from './rules-document.js';

const TABLE =
  /<!-- rules (?<topics>[A-Z][A-Z0-9]*(?: [A-Z][A-Z0-9]*)*) -->\n[\s\S]*?<!-- end of rules -->/gu;

/** The chapters that have a table of rules: path from the root → text as it is to be. */
export function chaptersWithRules(): ReadonlyMap<string, string> {
  const chapters = readdirSync(join(ROOT, 'spec'))
    .filter((name) => name.endsWith('.md') && name !== 'rules.md')
    .map((name): [string, string] => [`spec/${name}`, readText(`spec/${name}`)])
    .filter(([, text]) => text.includes('<!-- rules '));
  return new Map(chapters.map(([path, text]) => [path, withTables(text)]));
}

/** The topics of the tables in a chapter's text. */
export function topicsIn(text: string): readonly string[] {
  return [...text.matchAll(TABLE)].flatMap(({ groups }) => groups?.topics?.split(' ') ?? []);
}

function withTables(text: string): string {
  return text.replace(TABLE, (_whole, topics: string) => {
    const rows = topics.split(' ').flatMap(ruleRows);
    const table = ['| id | rule | when broken |', '|---|---|---|', ...rows].join('\n');
    return `<!-- rules ${topics} -->\n\n${table}\n\n<!-- end of rules -->`;
  });
}
