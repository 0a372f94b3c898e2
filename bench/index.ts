// `npm run bench [FOLDER]`: words a second through reading and through everything, and time and memory of a cold `readout read`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openEngine } from '../src/cli/index.ts';
import { listInputs, readFile } from '../src/intake/index.ts';
import { type Engine, parseDocument, readDocument } from '../src/readout/index.ts';
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

/** Words a second: `work` is repeated until it has been measured long enough, and returns how many words it read. */
const rateOf = async (work: () => Promise<number>): Promise<number> => {
  await work();
  const start = performance.now();
  let words = 0;
  while (performance.now() - start < MEASURE_MS) words += await work();
  return (words * 1000) / (performance.now() - start);
};

const wordsIn = async (document: Document, engine: Engine): Promise<number> => {
  const { sentences } = await parseDocument(document, engine);
  return sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
};

const measureSpeed = async (folder: string): Promise<void> => {
  const engine = await openEngine(null);
  const documents = await documentsIn(folder);
  const batch = joined(documents);
  const total = await wordsIn(batch, engine);
  const reading = await rateOf(() => wordsIn(batch, engine));
  const everything = await rateOf(async () => {
    for (const document of documents) await readDocument(document, engine, { asOf: null });
    return total;
  });
  console.log(`reports                      ${documents.length}, ${total} words`);
  console.log(`reading, in batches          ${Math.round(reading)} words/s`);
  console.log(`everything, report by report ${Math.round(everything)} words/s`);
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

await measureSpeed(process.argv[2] ?? examples);
measureColdStart();
