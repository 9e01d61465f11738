/**
 * A list of members as people have it: with commas, semicolons or tabs, with a byte order mark or
 * without, with columns that mean nothing here. An empty cell says nothing.
 */

import { calendarDate, ProtocolError, type shape } from '@covisa/protocol';
import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import type { ImportRow, MemberFields } from '../../engine/services.js';
import { NodeError } from '../../errors.js';
import { memberFields } from '../schemas/fields.js';
import { columnOf, isKnown } from './columns.js';
import { armed } from './formulas.js';

/** Rows of one list: bounds the work on it. */
const ROWS_MAX = 5000;
/** Characters of one row: bounds what a quote that is never closed swallows. */
const ROW_CHARACTERS_MAX = 10_000;
const YES = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'oui', 'sí', 'si']);
const NO = new Set(['no', 'n', 'false', '0', 'nein', 'non']);

/** The rows below the heads. @throws NodeError REQUEST_INVALID for what is no such list */
export function readMembers(csv: string): readonly ImportRow[] {
  const [heads, ...rows] = recordsOf(csv);
  const columns = (heads?.record ?? []).map(columnOf);
  for (const column of columns) {
    if (column !== null && columns.indexOf(column) !== columns.lastIndexOf(column)) {
      throw misfit(`csv: expected one column for ${column}, got more`);
    }
  }
  if (!columns.includes('name')) {
    const known = 'name, display name, mail address, plan, since, paid until, card';
    throw misfit(`csv: expected heads in the first line, with name among ${known}`);
  }
  if (rows.length > ROWS_MAX) throw misfit(`csv: expected at most ${ROWS_MAX} rows, got more`);
  return rows.map(({ line, record }) => readRow(line, columns, record));
}

/** The heads of columns that mean nothing here, as they are written. */
export function unknownHeads(csv: string): readonly string[] {
  const [heads] = recordsOf(csv, 1);
  return (heads?.record ?? []).filter((head) => head !== '' && !isKnown(head));
}

interface LineRecord {
  readonly line: number;
  readonly record: readonly string[];
}

function recordsOf(csv: string, to = ROWS_MAX + 2): readonly LineRecord[] {
  const records: LineRecord[] = [];
  try {
    parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      max_record_size: ROW_CHARACTERS_MAX,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to,
      trim: true,
      on_record: (record: string[], { lines }: InfoRecord) => {
        records.push({ line: lines, record });
        return null;
      },
    });
    return records;
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw misfit(`csv: ${cause.message}`, cause);
  }
}

/** That which the first line has most of. */
function delimiterOf(csv: string): string {
  const line = /^[^\r\n]*/u.exec(csv.slice(0, ROW_CHARACTERS_MAX))?.[0] ?? '';
  const count = (mark: string): number => line.split(mark).length;
  return [',', ';', '\t'].reduce((one, other) => (count(other) > count(one) ? other : one));
}

type Column = keyof MemberFields;

function readRow(
  line: number,
  columns: readonly (Column | null)[],
  cells: readonly string[],
): ImportRow {
  const fields: Record<string, unknown> = { name: '' };
  for (const [index, column] of columns.entries()) {
    const cell = armed(cells[index] ?? '');
    if (column === null || cell === '') continue;
    try {
      fields[column] = READERS[column](cell);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      return { line, fields: { name: named(fields) }, problem: error.message, path: column };
    }
  }
  const name = named(fields);
  const problem = name === '' ? 'name: expected one, got an empty cell' : null;
  return { line, fields: { ...fields, name }, problem, path: problem === null ? null : 'name' };
}

function named({ name }: Record<string, unknown>): string {
  return typeof name === 'string' ? name : '';
}

const READERS: { readonly [column in Column]: (cell: string) => unknown } = {
  name: (cell) => memberFields.name.parse(cell, 'name'),
  displayName: (cell) => memberFields.displayName.parse(cell, 'display name'),
  contact: (cell) => memberFields.contact.parse(cell, 'contact'),
  plan: (cell) => memberFields.plan.parse(cell, 'plan'),
  since: (cell) => readDate(cell, 'since'),
  paidUntil: (cell) => readDate(cell, 'paid until'),
  isStatic: readYesNo,
};

/** `2026-05-12`, or `12.5.2026`, which nobody reads in two ways. */
function readDate(cell: string, path: string): shape.Shaped<typeof calendarDate> {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u.exec(cell) ?? [];
  const text = year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return calendarDate.parse(text, path);
}

function readYesNo(cell: string): boolean {
  const word = cell.toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw new ProtocolError('SHAPE_INVALID', 'card: expected yes or no, got another text');
}

function misfit(message: string, cause?: unknown): NodeError {
  return new NodeError('REQUEST_INVALID', message, { cause });
}
