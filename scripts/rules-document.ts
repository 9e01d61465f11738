/** spec/rules.md from the sentences that stand above the checks in the code. */

import { brokenCode } from './broken-codes.js';
import { readText, sourcesBelow } from './repository.js';
import { RULE_OUTCOMES } from './rule-outcomes.js';

/** One rule, as the code states it. */
export interface Rule {
  /** For example `VISA-7`. */
  readonly id: string;
  readonly sentence: string;
  readonly path: string;
  /** Stands above a check; the others are what a head or a docstring says of the rule. */
  readonly isCheck: boolean;
  /** What the check below throws; undefined where it throws nothing. */
  readonly code: string | undefined;
}

const COMMENT = /\/\*\*?(?<block>(?:(?!\*\/)[\s\S])*)\*\/|(?<lines>(?:^[ \t]*\/\/[^\n]*\n)+)/gmu;
const RULE =
  /\b(?<id>[A-Z][A-Z0-9]*-\d+): (?<sentence>(?:(?!\b[A-Z][A-Z0-9]*-\d+: |@throws|@param)[\s\S])+)/gu;

const TITLES: readonly (readonly [prefix: string, title: string])[] = [
  ['CBOR', 'Deterministic CBOR'],
  ['COSE', 'COSE_Sign1'],
  ['CRYPTO', 'Ed25519'],
  ['VISA', 'Visa'],
  ['PRES', 'Presentation'],
  ['TOKEN', 'Token'],
  ['GRANT', 'Grant'],
  ['LOG', 'Log'],
  ['PRUNE', 'Pruning'],
  ['FORK', 'Fork'],
  ['STRAY', 'Stray'],
  ['NOTE', 'Signed note'],
  ['CHECKPOINT', 'Checkpoint'],
  ['HEARTBEAT', 'Heartbeat'],
  ['STAMP', 'Stamp'],
  ['DESK', 'Desk'],
  ['ARRIVE', 'Self check-in'],
  ['SPOKEN', 'Spoken code'],
  ['REFUSAL', 'Refusal'],
  ['STMT', 'Statement'],
  ['KEYS', 'Keys'],
  ['RESUME', 'Resume'],
  ['WITNESS', 'Witness'],
  ['RECEIPT', 'Receipt'],
  ['PROG', 'Programme'],
  ['ROSTER', 'Roster'],
  ['ADMIT', 'Admission'],
  ['LEAVE', 'Leaving'],
  ['DIR', 'Directory'],
  ['TERMS', 'Terms'],
  ['JUDGE', 'Verdict'],
  ['SYNC', 'Sync'],
  ['MSG', 'Messages'],
  ['KEEP', 'Retention'],
  ['HTTP', 'Signed requests'],
  ['EDGE', 'Requests of all kinds'],
  ['TILE', 'Tiles'],
  ['WALLET', 'Wallets'],
  ['CLAIM', 'Claims, moves and new numbers'],
  ['ACCESS', 'People, devices, tokens and sessions'],
  ['SETUP', 'First set-up'],
  ['WIDGET', 'Widget'],
];

function plain(comment: string): string {
  return comment.replace(/^[ \t]*(?:\/\/|\*)[ \t]?/gmu, '').replace(/\s+/gu, ' ');
}

function rulesOf(path: string): Rule[] {
  const source = readText(path);
  return [...source.matchAll(COMMENT)].flatMap(({ 0: text, index: at, groups = {} }) =>
    [...plain(groups.block ?? groups.lines ?? '').matchAll(RULE)].map((match) => ({
      id: match.groups?.id ?? '',
      sentence: (match.groups?.sentence ?? '').trim(),
      path,
      isCheck: groups.lines !== undefined,
      code: brokenCode(source, { text, at }),
    })),
  );
}

/**
 * Every statement of a rule in the packages, in the order of the ids; where one stands above its
 * check, only that.
 */
export function statedRules(): readonly Rule[] {
  stated ??= readRules();
  return stated;
}

let stated: readonly Rule[] | undefined;

function readRules(): readonly Rule[] {
  const found = ['packages/protocol/src', 'packages/node/src', 'packages/web/src']
    .flatMap(sourcesBelow)
    .flatMap(rulesOf)
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  const checked = new Set(found.filter(({ isCheck }) => isCheck).map(({ id }) => id));
  return found.filter(({ id, isCheck }) => isCheck || !checked.has(id));
}

/** What happens when a rule is broken; empty where neither the code nor the list says it. */
export function outcomeOf(id: string, stated: readonly Rule[]): string {
  const codes = new Set(stated.flatMap(({ code }) => code ?? []));
  return RULE_OUTCOMES[id] ?? [...codes].map((code) => `\`${code}\``).join(', ');
}

function cells(id: string, stated: readonly Rule[]): string {
  const sentences = [...new Set(stated.map(({ sentence }) => sentence))].join(' ');
  return `| ${id} | ${sentences.replaceAll('|', '\\|')} | ${outcomeOf(id, stated)} |`;
}

function row(id: string, stated: readonly Rule[]): string {
  const paths = [...new Set(stated.map(({ path }) => `\`${path}\``))].join(', ');
  return `${cells(id, stated)} ${paths} |`;
}

function topicOf(id: string): string {
  return id.replace(/-\d+$/u, '');
}

function rowsOf(
  rules: readonly Rule[],
  topic: string,
  write: (id: string, stated: readonly Rule[]) => string,
): string[] {
  const own = rules.filter(({ id }) => topicOf(id) === topic);
  const ids = [...new Set(own.map(({ id }) => id))];
  return ids.map((id) =>
    write(
      id,
      own.filter((rule) => rule.id === id),
    ),
  );
}

/** The rules of a topic, as rows of a chapter's table. */
export function ruleRows(topic: string): readonly string[] {
  return rowsOf(statedRules(), topic, cells);
}

/** The document: the rules by topic. */
export function rulesDocument(): string {
  const rules = statedRules();
  const topics = new Set(rules.map(({ id }) => topicOf(id)));
  const order = [...new Set([...TITLES.map(([prefix]) => prefix), ...topics])];
  const sections = order
    .filter((topic) => topics.has(topic))
    .map((topic) => {
      const title = TITLES.find(([prefix]) => prefix === topic)?.[1] ?? topic;
      const rows = rowsOf(rules, topic, row).join('\n');
      return `## ${title}\n\n| id | rule | when broken | checked in |\n|---|---|---|---|\n${rows}\n`;
    });
  return `# Rules

Each rule is a MUST. Its sentence stands above the check in the code, and its id starts the titles of its tests. *When
broken* is the code of [errors.md](errors.md) with which it is refused, or what happens instead; in any case nothing that was
held before changes. The same tables stand in the chapters. Written from the code by \`npm run spec\`.

${sections.join('\n')}`;
}
