import { expect, test } from 'vitest';
import { openTestLedger } from '../support/ledger.ts';
import { madeReadout } from '../support/made-reading.ts';

test('two ledgers of a test do not share what is added', async () => {
  const [one, other] = [await openTestLedger(), await openTestLedger()];
  await one.ledger.add('made.txt', madeReadout);
  expect((await one.ledger.totals()).reports).toBe(1);
  expect((await other.ledger.totals()).reports).toBe(0);
  await one.done();
  await other.done();
});
