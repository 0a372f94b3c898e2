import { DefaultReporter } from 'vitest/node';

/** Vitest's own report, ending with exactly one line that counts: `N passed, N failed, N skipped`. */
class CountReporter extends DefaultReporter {
  override onTestRunEnd(...[modules, errors, reason]: Parameters<DefaultReporter['onTestRunEnd']>): void {
    super.onTestRunEnd(modules, errors, reason);
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const testModule of modules) {
      const states = [...testModule.children.allTests()].map((test) => test.result().state);
      for (const state of states) count[state === 'pending' ? 'skipped' : state] += 1;
      const broken = testModule.state() === 'failed' && !states.includes('failed');
      if (broken) count.failed += 1;
    }
    count.failed += errors.length;
    process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
  }
}

// biome-ignore lint/style/noDefaultExport: vitest finds a reporter by its default export
export default CountReporter;
