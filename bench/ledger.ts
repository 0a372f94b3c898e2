// `npm run bench:ledger [FOLDER]`: adding reports to an embedded ledger beside reading them without a store, in turns. The figure is
// the speed of adding, everything on, as a share of the speed of reading; 0.8 is to be reached.
//
// Counted: adding, and closing the ledger behind it with all its files synced. Not counted: making the ledger, which takes some seconds
// once. The database is new in each round and compiles itself while it works, which weighs more the fewer reports there are: give it a
// hundred or more. What a report takes is given too, with closing apart.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEngine } from '../src/cli/index.ts';
import type { Found } from '../src/cli/inputs.ts';
import { addReports, Tally } from '../src/cli/ledger/add-reports.ts';
import { progressOn } from '../src/cli/progress.ts';
import { listInputs, readReports } from '../src/intake/index.ts';
import { type Engine, readDocument } from '../src/readout/index.ts';
import { LocalLedger, openStore } from '../src/service/index.ts';

const ROUNDS = 3;
const TO_REACH = 0.8;

const quiet = { isTTY: false, columns: 80, write: async () => {} };
const terminal = { out: quiet, err: quiet, stdin: (async function* () {})(), env: {} };

async function* reportsIn(paths: readonly string[]): AsyncGenerator<Found> {
  for (const [index, path] of paths.entries())
    for await (const item of readReports(path, {})) yield { index, path, item };
}

/** What something took: milliseconds on the clock, and of the processors, which is the same whatever else the machine does. */
interface Cost {
  readonly clock: number;
  readonly processors: number;
}

const timed = async (work: () => Promise<unknown>): Promise<Cost> => {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - start, processors: (user + system) / 1000 };
};

const plus = (a: Cost, b: Cost): Cost => ({ clock: a.clock + b.clock, processors: a.processors + b.processors });
const none: Cost = { clock: 0, processors: 0 };

const read = async (paths: readonly string[], engine: Engine): Promise<void> => {
  for await (const { item } of reportsIn(paths))
    if (item.kind === 'report') await readDocument(item.document, engine, { asOf: null });
};

/** Adds all reports to a new ledger; making it is not counted, closing it is. Returns what it took, and what of it closing took. */
const add = async (
  paths: readonly string[],
  engine: Engine,
): Promise<{ readonly all: Cost; readonly closing: Cost }> => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  try {
    const ledger = new LocalLedger(await openStore({ place: folder, command: 'bench', now: () => new Date() }));
    const progress = progressOn(quiet, 1);
    const { signal } = new AbortController();
    let closing = none;
    const all = await timed(async () => {
      await addReports(reportsIn(paths), new Tally(), { ledger, engine, terminal, progress, signal });
      closing = await timed(() => ledger.close());
    });
    return { all, closing };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const folder = process.argv[2] ?? fileURLToPath(new URL('../examples/reports', import.meta.url));
const { paths } = await listInputs([folder]);
const engine = await openEngine(null);
await read(paths, engine);
let [reading, adding, closed] = [none, none, none];
for (let round = 1; round <= ROUNDS; round += 1) {
  reading = plus(reading, await timed(() => read(paths, engine)));
  const { all, closing } = await add(paths, engine);
  adding = plus(adding, all);
  closed = plus(closed, closing);
  const each = (of: Cost): string => (of.processors / (round * paths.length)).toFixed(0);
  const share = (of: keyof Cost): string => (reading[of] / adding[of]).toFixed(2);
  console.log(
    `round ${round}: ${paths.length} inputs, adding at ${share('clock')} of the speed of reading (to reach: ${TO_REACH}); by the time of the processors ${share('processors')}: ${each(reading)} ms a report for reading, ${each(adding)} for adding, of it ${each(closed)} for closing`,
  );
}
process.exit(0);
