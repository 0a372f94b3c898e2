import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LocalLedger, openStore } from '../../src/service/index.ts';
import { describeSchema } from '../../src/store/index.ts';
import { openTestLedger } from '../support/ledger.ts';
import { hasServer, startServer } from '../support/postgres.ts';

const file = new URL('../../docs/ledger-schema.txt', import.meta.url);

test('the schema after all migrations is the one that is written down (UPDATE_SCHEMA=1 writes it)', async () => {
  const { ledger, done } = await openTestLedger();
  const schema = await describeSchema(ledger.store.database);
  if (process.env.UPDATE_SCHEMA === '1') writeFileSync(file, schema);
  expect(schema).toBe(readFileSync(file, 'utf8'));
  await done();
});

test.skipIf(!hasServer())('a server has the same one', async () => {
  const server = await startServer();
  const ledger = new LocalLedger(await openStore({ place: server.url, command: 'test', now: () => new Date() }));
  expect(await describeSchema(ledger.store.database)).toBe(readFileSync(file, 'utf8'));
  await ledger.close();
  await server.stop();
});
