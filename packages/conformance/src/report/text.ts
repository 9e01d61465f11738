/** A report for people. */

import { chaptersOf, countsOf, type Outcome, type Report, type TestResult } from './result.js';

const MARKS: { readonly [outcome in Outcome]: string } = {
  passed: 'ok',
  failed: 'FAILED',
  skipped: 'skipped',
  unsupported: 'unsupported',
};

const MARK_COLUMNS = 11;

/**
 * What comes from the subject may hold anything: control characters would speak to the terminal.
 */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
}

function lines(result: TestResult): string[] {
  const rules = result.rules.length > 0 ? ` [${result.rules.join(', ')}]` : '';
  const head = `  ${MARKS[result.outcome].padEnd(MARK_COLUMNS)} ${plain(result.title)}${rules}`;
  return result.message === null
    ? [head]
    : [head, `${' '.repeat(MARK_COLUMNS + 3)}${plain(result.message)}`];
}

/** One line a test, and one more for why it failed or was skipped; the sum at the end. */
export function textReport(report: Report): string {
  const chapters = chaptersOf(report).flatMap((chapter) => [
    plain(chapter),
    ...report.results.filter((result) => result.chapter === chapter).flatMap(lines),
    '',
  ]);
  const { passed, failed, skipped, unsupported } = countsOf(report);
  const sum = `${passed} passed, ${failed} failed, ${skipped} skipped, ${unsupported} unsupported`;
  return [`Conformance of ${plain(report.subject)}`, '', ...chapters, sum, ''].join('\n');
}
