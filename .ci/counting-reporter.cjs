/** Mocha's dots, and at the end the counts as JSON in the file that COVISA_TEST_COUNTS names. */

const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.COVISA_TEST_COUNTS;
    if (!file) throw new Error('COVISA_TEST_COUNTS: expected a file to write the counts to');
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, pending }));
    });
  }
};
