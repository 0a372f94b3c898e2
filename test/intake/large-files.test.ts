import { expect, test } from 'vitest';
import { LARGE_FILES, measureAlone } from '../../bench/large-files.ts';

/** Above what the program itself takes. */
const MOST_MEGABYTES = 200;

test.each(LARGE_FILES)('the largest %s that anyone may meet is read or refused within its memory', (name) => {
  const { reports, failures, megabytes } = measureAlone(name);
  expect(reports + failures.length).toBeGreaterThan(0);
  expect(megabytes).toBeLessThan(MOST_MEGABYTES);
});
