// `npm run bench [FOLDER] [-- --against CHECKOUT]`: words a second through reading, statements and everything, beside the reading of another
// checkout (with its node_modules) if one is named; time and memory of a cold `readout read`.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openEngine } from '../src/cli/index.ts';
import { listInputs, readFile } from '../src/intake/index.ts';
import { type Engine, parseDocument, readDocument, runStages, stages } from '../src/readout/index.ts';
import type { Document } from '../src/text/index.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const examples = fileURLToPath(new URL('../examples/reports', import.meta.url));
const MEASURE_MS = 10_000;
const COLD_RUNS = 5;

const documentsIn = async (folder: string): Promise<Document[]> => {
  const { paths } = await listInputs([folder]);
  return Promise.all(paths.map((path) => readFile(path)));
};

/** All documents after each other, each block its own: a batch as bulk work has it. */
const joined = (documents: readonly Document[]): Document => {
  const [first] = documents;
  if (first === undefined) throw new Error('nothing to read');
  const texts = documents.map(({ text }) => text);
  const starts = texts.map((_, index) => texts.slice(0, index).reduce((sum, text) => sum + text.length + 2, 0));
  const blocks = documents.flatMap((document, index) =>
    document.blocks.map(({ kind, span }) => {
      const from = starts[index] ?? 0;
      return { kind, span: { start: span.start + from, end: span.end + from } };
    }),
  );
  return { ...first, blocks, text: texts.join('\n\n') };
};

const wordsIn = async (document: Document, engine: Engine): Promise<number> => {
  const { sentences } = await parseDocument(document, engine);
  return sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
};

/** Something that is timed: its name, and what it does with all reports once. */
interface Work {
  readonly label: string;
  readonly run: () => Promise<unknown>;
}

/** Words a second of each work, all of them in turns, so that what else the machine does hits each alike. */
const ratesOf = async (works: readonly Work[], words: number): Promise<Map<string, number>> => {
  for (const { run } of works) await run();
  const spent = new Map(works.map(({ label }) => [label, 0]));
  let rounds = 0;
  for (const start = performance.now(); performance.now() - start < MEASURE_MS * works.length; rounds += 1) {
    for (const { label, run } of works) {
      const before = performance.now();
      await run();
      spent.set(label, (spent.get(label) ?? 0) + performance.now() - before);
    }
  }
  return new Map([...spent].map(([label, ms]) => [label, (words * rounds * 1000) / ms]));
};

const UNTIL_STATEMENTS = stages.slice(0, stages.findIndex(({ name }) => name === 'statements') + 1);

/** Reading and what it takes to find statements, as `readout read` does, without events and what follows. */
const readStatements = async (document: Document, engine: Engine): Promise<void> => {
  const none = { times: [], places: [], statements: [], events: [], agenda: [], disputes: [] };
  const actors = { actors: [], actorsAt: () => [], grounds: { ids: new Set<string>(), at: () => [] } };
  const read = { id: '', document, sentences: [] };
  await runStages({ document, sentences: [], read, actors, ...none }, engine, UNTIL_STATEMENTS);
};

/** Reading by another checkout of Readout, with its own network. */
const readingOf = async (checkout: string, documents: readonly Document[]): Promise<() => Promise<void>> => {
  const open = (await import(`${checkout}/src/cli/index.ts`)) as { openEngine: typeof openEngine };
  const read = (await import(`${checkout}/src/readout/index.ts`)) as { parseDocument: typeof parseDocument };
  const engine = await open.openEngine(null);
  return async () => {
    for (const document of documents) await read.parseDocument(document, engine);
  };
};

const measureSpeed = async (folder: string, against: string | undefined): Promise<void> => {
  const engine = await openEngine(null);
  const documents = await documentsIn(folder);
  const batch = joined(documents);
  const total = await wordsIn(batch, engine);
  const each = (read: (document: Document) => Promise<unknown>) => async (): Promise<void> => {
    for (const document of documents) await read(document);
  };
  const works: Work[] = [
    { label: 'reading, in batches', run: () => wordsIn(batch, engine) },
    { label: 'reading', run: each((document) => wordsIn(document, engine)) },
    { label: 'reading and statements', run: each((document) => readStatements(document, engine)) },
    { label: 'everything', run: each((document) => readDocument(document, engine, { asOf: null })) },
  ];
  if (against !== undefined) works.push({ label: 'reading there', run: await readingOf(resolve(against), documents) });
  const rates = await ratesOf(works, total);
  const reading = rates.get('reading') ?? 0;
  console.log(`${documents.length} reports, ${total} words; words/s, and for how much of reading alone`);
  for (const [label, rate] of rates)
    console.log(`${label.padEnd(24)} ${String(Math.round(rate)).padStart(8)}   ${(rate / reading).toFixed(2)}`);
};

const watch = `data:text/javascript,process.on('exit',()=>process.stderr.write('KB='+process.resourceUsage().maxRSS))`;

const measureColdStart = (): void => {
  const runs = Array.from({ length: COLD_RUNS }, () => {
    const start = performance.now();
    const words = ['--import', watch, 'bin/readout.js', 'read', `${examples}/03-planned-call.md`];
    const { stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
    return { ms: performance.now() - start, megabytes: Number(/KB=(\d+)/.exec(stderr)?.[1] ?? 0) / 1024 };
  });
  const middle = runs.toSorted((a, b) => a.ms - b.ms)[Math.floor(COLD_RUNS / 2)];
  console.log(`readout read, cold           ${Math.round(middle?.ms ?? 0)} ms (median of ${COLD_RUNS})`);
  console.log(`memory at its highest        ${Math.round(Math.max(...runs.map(({ megabytes }) => megabytes)))} MB`);
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { against: { type: 'string' } } });
await measureSpeed(positionals[0] ?? examples, values.against);
measureColdStart();
