'use strict';

/** Ends a jest run with a line that other programs read: "N passed, N failed", and what was skipped by name. */
class CountsReporter {
  onRunComplete(_contexts, results) {
    const skipped = results.testResults.flatMap(file => file.testResults.filter(test => test.status === 'pending' || test.status === 'todo'));
    for (const test of skipped) {
      process.stdout.write(`skipped: ${test.fullName}\n`);
    }
    const failedSuites = results.testResults.filter(file => file.testExecError).length;
    process.stdout.write(`${results.numPassedTests} passed, ${results.numFailedTests + failedSuites} failed${skipped.length ? `, ${skipped.length} skipped` : ''}\n`);
  }
}

module.exports = CountsReporter;
