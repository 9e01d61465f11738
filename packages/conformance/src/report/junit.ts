/** A report in the XML that JUnit writes and build servers read: a suite a chapter. */

import { chaptersOf, type Report, type TestResult } from './result.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** As the value of an attribute; what XML cannot hold becomes a question mark. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '?')
    .replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? character);
}

function seconds(results: readonly TestResult[]): string {
  return (results.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000).toFixed(3);
}

function howMany(results: readonly TestResult[], ...outcomes: readonly string[]): number {
  return results.filter(({ outcome }) => outcomes.includes(outcome)).length;
}

function attributes(name: string, results: readonly TestResult[]): string {
  return [
    `name="${escaped(name)}"`,
    `tests="${results.length}"`,
    `failures="${howMany(results, 'failed')}"`,
    'errors="0"',
    `skipped="${howMany(results, 'skipped', 'unsupported')}"`,
    `time="${seconds(results)}"`,
  ].join(' ');
}

function caseOf(result: TestResult): string[] {
  const rules = result.rules.length > 0 ? `${result.rules.join(', ')}: ` : '';
  const head = [
    `    <testcase classname="${escaped(result.chapter)}"`,
    `name="${escaped(rules + result.title)}" time="${seconds([result])}"`,
  ].join(' ');
  const message = escaped(result.message ?? '');
  switch (result.outcome) {
    case 'passed':
      return [`${head}/>`];
    case 'failed':
      return [`${head}>`, `      <failure message="${message}"/>`, '    </testcase>'];
    case 'skipped':
      return [`${head}>`, `      <skipped message="${message}"/>`, '    </testcase>'];
    case 'unsupported':
      return [`${head}>`, '      <skipped message="unsupported"/>', '    </testcase>'];
  }
}

/** The whole document. */
export function junitReport(report: Report): string {
  const suites = chaptersOf(report).flatMap((chapter) => {
    const results = report.results.filter((result) => result.chapter === chapter);
    return [
      `  <testsuite ${attributes(chapter, results)}>`,
      ...results.flatMap(caseOf),
      '  </testsuite>',
    ];
  });
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const all = `<testsuites ${attributes(report.subject, report.results)}>`;
  return [head, all, ...suites, '</testsuites>', ''].join('\n');
}
