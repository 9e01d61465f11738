/**
 * Mocha's dots, and at the end the counts as JSON in the file that TEST_COUNTS_FILE names, with
 * what failed as it is to be told at the end of all.
 */

const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.TEST_COUNTS_FILE;
    if (!file) throw new Error('TEST_COUNTS_FILE: expected a file to write the counts to');
    const broken = [];
    runner.on('fail', (test, error) => {
      broken.push(`${test.fullTitle()}\n  ${String(error.stack ?? error.message).slice(0, 1000)}`);
    });
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, pending, broken }));
    });
  }
};
