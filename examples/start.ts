// `npm start`: reads the example reports, shows one of them as rows and what the others hold, says what to try next, and serves them
// all as an app in the browser. Reading, making the ledger and building the app go on side by side.
import { openEngine, realTerminal, type Terminal } from '../src/cli/index.ts';
import { served } from '../src/cli/ledger/open-ledger.ts';
import { progressOn } from '../src/cli/progress.ts';
import type { OpenedLedger } from '../src/cli/serving/open-ledger.ts';
import { openWebFiles } from '../src/cli/serving/web-files.ts';
import { reasonOf } from '../src/text/index.ts';
import { markMade, openExampleLedger, ownPlace } from './start/example-ledger.ts';
import { openBrowser } from './start/open-browser.ts';
import { optionsOf, type StartOptions, usage } from './start/options.ts';
import { printRows } from './start/print-rows.ts';
import { type Example, names, readExamples } from './start/reports.ts';
import { serveExamples } from './start/serve-examples.ts';

/** Writes to standard error without tearing the line that tells the progress. */
const besideProgress = (real: Terminal) => {
  const progress = progressOn(real.err, names.length);
  const write = async (text: string): Promise<void> => {
    await progress.clear();
    await real.err.write(text);
  };
  return { progress, terminal: { ...real, err: { ...real.err, write } } };
};

const start = async (options: StartOptions, real: Terminal): Promise<number> => {
  const { progress, terminal } = besideProgress(real);
  const place = options.ledger ?? ownPlace;
  const engine = openEngine(null);
  const opening = options.rows ? null : openExampleLedger(place, terminal);
  const building = options.rows ? null : openWebFiles((message) => terminal.err.write(`readout: ${message}\n`));
  opening?.catch(() => {});
  const examples: Example[] = [];
  let adding: Promise<unknown> = Promise.resolve();
  const add = async ({ name, reading }: Example): Promise<void> => {
    await (await opening)?.ledger.add(`examples/reports/${name}`, reading.readout);
  };
  for await (const example of readExamples(engine, progress)) {
    examples.push(example);
    adding = adding.then(() => add(example));
    adding.catch(() => {});
  }
  await printRows(examples, terminal);
  if (opening === null || building === null) return 0;
  let opened: OpenedLedger | null = null;
  try {
    opened = await opening;
    await adding;
    markMade(place);
    await serveExamples({ opened, engine, web: await building }, terminal, options);
    return 0;
  } catch (error) {
    return await sayWhy(error, terminal);
  } finally {
    await opened?.ledger.close();
  }
};

/** Another `npm start` that runs already is as good; of all else the reason is told. */
const sayWhy = async (error: unknown, { out, err, env }: Terminal): Promise<number> => {
  const url = served(error);
  if (url === null) {
    await err.write(`readout: the examples cannot be served: ${reasonOf(error)}\n`);
    return 1;
  }
  await out.write(`The situation is served already: ${url}/\n`);
  openBrowser(`${url}/`, { env, platform: process.platform, isTTY: out.isTTY });
  return 0;
};

const terminal = realTerminal();
const words = process.argv.slice(2);
const options = optionsOf(words);
if (words.includes('--help')) await terminal.out.write(usage);
else if (options === null) {
  await terminal.err.write(usage);
  process.exitCode = 2;
} else process.exitCode = await start(options, terminal);
