import { existsSync, readFileSync } from 'node:fs';

/**
 * What a test runner's JSON report says, in one shape. A run that broke off (no report, or an exit code that
 * no counted failure explains) counts as one failure: it must never pass for nothing failed.
 */
function counts(file, code, read) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const result = read(JSON.parse(readFileSync(file, 'utf8')));
  if (code !== 0 && result.failed === 0) result.failed = 1;
  return result;
}

export const vitestCounts = (file, code) =>
  counts(file, code, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));

/** A flaky test passed in the end; Playwright reports it apart. */
export const playwrightCounts = (file, code) =>
  counts(file, code, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));

export function sum(all) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const one of all) {
    total.passed += one.passed;
    total.failed += one.failed;
    total.skipped += one.skipped;
  }
  return total;
}
