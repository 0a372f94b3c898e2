import { LocalLedger, openStore, workOn } from '../../src/service/index.ts';
import { openQueue } from '../../src/store/index.ts';
import { numberedReadout } from './made-readouts.ts';

// A worker that "reads" reports whose title ends in a number: node queue-worker.ts URL

const [, , url = ''] = process.argv;
const store = await openStore({ place: url, command: 'worker', now: () => new Date() });
const queue = await openQueue({ url, database: store.database, warn: () => {} });
process.stdout.write('ready\n');
await workOn(
  queue,
  new LocalLedger(store),
  async ({ title }) => {
    const number = Number(/\d+$/.exec(title ?? '')?.[0]);
    if (number === 13) throw new Error('nobody reads number 13');
    await new Promise((later) => setTimeout(later, 40));
    return numberedReadout(number);
  },
  ({ outcome }) => process.stdout.write(`${outcome}\n`),
);
process.once('SIGTERM', async () => {
  await queue.stop();
  await store.close();
});
