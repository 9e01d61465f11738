/** Members as a list that spreadsheets open. */

import type { Member } from '@covisa/store';
import { stringify } from 'csv-stringify/sync';
import { HEADS } from './columns.js';
import { disarmed } from './formulas.js';

/** Cells that are quoted: other spreadsheets divide by these marks, and readers trim. */
const QUOTED = /[;\t\r\n]|^\s|\s$/u;

/**
 * All members, a row each, in UTF-8 with a byte order mark, by which spreadsheets know it. A cell
 * that a spreadsheet would take for a formula has an apostrophe before it.
 */
export function writeMembers(members: readonly Member[]): string {
  const rows = members.map(({ name, displayName, contact, plan, since, paidUntil, ...member }) => [
    ...[name, displayName, contact, plan, since, paidUntil].map((cell) => disarmed(cell ?? '')),
    member.isStatic ? 'yes' : 'no',
    member.status,
  ]);
  return stringify([HEADS.map(([, head]) => head), ...rows], {
    bom: true,
    quoted_match: QUOTED,
    record_delimiter: 'windows',
  });
}
