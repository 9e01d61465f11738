/** spec/rules.md from the sentences that stand above the checks in the code. */

import { readText, sourcesBelow } from './repository.js';

/** One rule, as the code states it. */
export interface Rule {
  /** For example `VISA-7`. */
  readonly id: string;
  readonly sentence: string;
  readonly path: string;
  /** Stands above a check; the others are what a head or a docstring says of the rule. */
  readonly isCheck: boolean;
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
  return [...readText(path).matchAll(COMMENT)].flatMap(({ groups = {} }) =>
    [...plain(groups.block ?? groups.lines ?? '').matchAll(RULE)].map((match) => ({
      id: match.groups?.id ?? '',
      sentence: (match.groups?.sentence ?? '').trim(),
      path,
      isCheck: groups.lines !== undefined,
    })),
  );
}

/**
 * Every statement of a rule in the packages, in the order of the ids; where one stands above its
 * check, only that.
 */
export function statedRules(): Rule[] {
  const found = ['packages/protocol/src', 'packages/node/src', 'packages/web/src']
    .flatMap(sourcesBelow)
    .flatMap(rulesOf)
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  const checked = new Set(found.filter(({ isCheck }) => isCheck).map(({ id }) => id));
  return found.filter(({ id, isCheck }) => isCheck || !checked.has(id));
}

function row(id: string, stated: readonly Rule[]): string {
  const sentences = [...new Set(stated.map(({ sentence }) => sentence))].join(' ');
  const paths = [...new Set(stated.map(({ path }) => `\`${path}\``))].join(', ');
  return `| ${id} | ${sentences.replaceAll('|', '\\|')} | ${paths} |`;
}

function section(title: string, rules: readonly Rule[]): string {
  const ids = [...new Set(rules.map(({ id }) => id))];
  const rows = ids.map((id) =>
    row(
      id,
      rules.filter((rule) => rule.id === id),
    ),
  );
  return `## ${title}\n\n| id | rule | checked in |\n|---|---|---|\n${rows.join('\n')}\n`;
}

/** The document: the rules by topic. */
export function rulesDocument(): string {
  const rules = statedRules();
  const topics = new Set(rules.map(({ id }) => id.replace(/-\d+$/u, '')));
  const order = [...TITLES.map(([prefix]) => prefix), ...topics];
  const sections = [...new Set(order)]
    .map((topic) => ({ topic, own: rules.filter(({ id }) => id.replace(/-\d+$/u, '') === topic) }))
    .filter(({ own }) => own.length > 0)
    .map(({ topic, own }) => {
      const title = TITLES.find(([prefix]) => prefix === topic)?.[1] ?? topic;
      return section(title, own);
    });
  return `# Rules

Each rule is a MUST. Its sentence stands above the check in the code, and its id starts the titles of its tests. What
breaks a rule is refused with a code of [errors.md](errors.md), and nothing that was held before changes. Written from
the code by \`npm run spec\`.

${sections.join('\n')}`;
}
