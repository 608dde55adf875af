// How the tests of several runs are summed.
import { describe, expect, it } from 'vitest';
import { closingLine, type Report, tallyOf } from '../../scripts/lib/tally.ts';

const report = (over: Partial<Report>): Report => ({
  numPassedTests: 3,
  numFailedTests: 0,
  testResults: [{ status: 'passed', assertionResults: [1, 2, 3] }],
  ...over,
});

describe('the sum of all tests', () => {
  it('counts what passed, failed and was skipped', () => {
    expect(tallyOf(report({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }), 1)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 2,
    });
    expect(tallyOf(report({}), 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
  });

  it('never takes a failed run for a good one', () => {
    const unloaded = { status: 'failed', assertionResults: [] };
    expect(tallyOf(report({ testResults: [unloaded] }), 1).failed).toBe(1);
    expect(tallyOf(report({}), 1).failed).toBe(1);
    expect(tallyOf(report({ numPassedTests: 0, testResults: [] }), 0).failed).toBe(1);
  });

  it('is told in a plain line', () => {
    expect(closingLine({ passed: 9, failed: 0, skipped: 0 })).toBe('9 passed, 0 failed');
    expect(closingLine({ passed: 9, failed: 1, skipped: 2 })).toBe('9 passed, 1 failed, 2 skipped');
  });
});
