/** A report for programs. */

import { countsOf, type Report } from './result.js';

/** `{subject, counts, results}`, indented by two spaces. */
export function jsonReport(report: Report): string {
  const { subject, results } = report;
  return `${JSON.stringify({ subject, counts: countsOf(report), results }, null, 2)}\n`;
}
