import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup/no-network.ts', 'test/setup/fixed-seed.ts'],
    reporters: ['./test/setup/count-reporter.ts'],
    env: { TZ: 'UTC', NO_COLOR: '1' },
    maxWorkers: 2,
    // Generous: a machine that does other work as well must not fail a test. Hangs are still found.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
