/**
 * Text for terminals: aligned tables and lists without escape sequences, whatever the names of
 * others hold.
 */

/** Text from elsewhere, safe for a terminal: control and direction characters become spaces. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu, ' ');
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/**
 * Columns that a text takes in a terminal: two for East Asian characters, none for combining marks.
 */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{Mn}|\u200d|\ufe0f/u.test(character)) continue;
    columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

/** `text` and spaces up to `columns`. */
function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

type Cell = string | number | boolean | null;

function cellText(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return plain(String(cell));
}

function padCell(text: string, width: number, isNumber: boolean): string {
  if (isNumber) return ' '.repeat(Math.max(0, width - columnsOf(text))) + text;
  return pad(text, width);
}

/**
 * Rows under their headings, aligned; numbers stand at the right. `none` is the answer for no rows.
 */
export function table(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  none: string,
): string {
  if (rows.length === 0) return none;
  const texts = rows.map((row) => row.map(cellText));
  const widths = headings.map((heading, column) =>
    Math.max(columnsOf(heading), ...texts.map((row) => columnsOf(row[column] ?? ''))),
  );
  const numeric = headings.map((_, column) =>
    rows.every((row) => typeof row[column] === 'number' || row[column] === null),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => padCell(cell, widths[column] ?? 0, numeric[column] ?? false))
      .join('  ')
      .trimEnd();
  return [line(headings.map((heading) => heading.toUpperCase())), ...texts.map(line)].join('\n');
}

/** Names and values, one pair a line, values aligned. */
export function pairs(rows: readonly (readonly [string, Cell])[]): string {
  const width = Math.max(...rows.map(([name]) => columnsOf(name)));
  return rows.map(([name, cell]) => `${pad(name, width)}  ${cellText(cell)}`.trimEnd()).join('\n');
}

/** `2026-11-22 08:45 UTC`. */
export function instant(seconds: number | null): string | null {
  if (seconds === null) return null;
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `25.00 EUR` of minor units. */
export function money(amount: number, currency: string): string {
  const digits = fractionDigits(currency);
  const text = String(amount).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return digits === 0 ? `${whole} ${currency}` : `${whole}.${text.slice(-digits)} ${currency}`;
}

/** Digits of a currency behind the point: 2 for EUR, 0 for JPY. */
export function fractionDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** A span of seconds in its largest unit: `3 days`, `2 hours`, `45 seconds`. */
export function span(seconds: number): string {
  const units: readonly (readonly [string, number])[] = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ];
  for (const [name, size] of units) {
    if (seconds >= size) {
      const count = Math.floor(seconds / size);
      return `${count} ${name}${count === 1 ? '' : 's'}`;
    }
  }
  return `${Math.max(0, Math.floor(seconds))} seconds`;
}
