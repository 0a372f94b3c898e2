import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hasServer, serverVersion } from './support/postgres.ts';

// Part of `npm run check`: runs the tests of a ledger on a PostgreSQL server where there is one, and says plainly whether it did.
// `.ci/run` installs a server, and with READOUT_NEEDS_POSTGRES=1 the want of one is a failure.

const root = fileURLToPath(new URL('../', import.meta.url));
const tests = ['test/store/server.test.ts', 'test/store/queue.test.ts', 'test/store/schema.test.ts'];
const isNeeded = process.env.READOUT_NEEDS_POSTGRES === '1';

if (!hasServer()) {
  process.stderr.write(
    'PostgreSQL: NOT TESTED. No server is installed here and DATABASE_URL names none; a ledger in a folder is tested all the same.\n',
  );
  process.exitCode = isNeeded ? 1 : 0;
} else {
  const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...tests], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const what = status === 0 ? 'tested' : 'TESTS FAILED';
  process.stderr.write(`PostgreSQL: ${what} (${serverVersion()}; ${tests.join(', ')}).\n`);
  process.exitCode = status ?? 1;
}
