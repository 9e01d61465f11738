/** What is said of a row of an import: what is wrong with it, or what changes. */

import type { ImportRow } from '../../api/owner-views.js';
import { listText } from '../../i18n/formats.js';
import type { Language } from '../../i18n/languages.js';
import type { Say } from '../../i18n/words.js';
import type { MembersTable } from './words/load.js';

/** By column of a cell that cannot be read: what it is called, and what it must be. */
const CELLS = {
  name: ['name', 'nameWrong'],
  displayName: ['displayName', 'displayNameWrong'],
  contact: ['contact', 'contactWrong'],
  plan: ['plan', 'planWrong'],
  since: ['since', 'dateWrong'],
  paidUntil: ['paidUntil', 'dateWrong'],
  isStatic: ['card', 'cardWrong'],
} as const;

function isCell(path: string | undefined): path is keyof typeof CELLS {
  return path !== undefined && path in CELLS;
}

/** The sentence; empty where there is nothing to say. What has no words here, the node says. */
export function rowText(say: Say<MembersTable>, language: Language, row: ImportRow): string {
  const { reason, path, otherLine = 0, changes = [], problem } = row;
  switch (reason) {
    case undefined:
      return listText(
        language,
        changes.map((field) => say(field)),
      );
    case 'other':
      return problem ?? '';
    case 'cell': {
      if (!isCell(path)) return problem ?? '';
      const [label, wrong] = CELLS[path];
      return `${say(label)}: ${say(wrong)}`;
    }
    case 'repeated':
      return say('row-repeated', { line: otherLine });
    default:
      return say(`row-${reason}`);
  }
}
