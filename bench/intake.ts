// `npm run bench:intake [FOLDER]`: pages a second on one core, beside those of the extraction library alone (Readability over linkedom), in the same run.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { ReadoutError, readInput } from '../src/intake/index.ts';

/** The library as anyone would call it; loaded here because only intake may name it as a package of its own. */
const load = createRequire(import.meta.url);
const { parseHTML } = load('linkedom') as { parseHTML: (source: string) => { document: unknown } };
const { Readability } = load('@mozilla/readability') as {
  Readability: new (document: unknown) => { parse(): unknown };
};

const ROUNDS = 3;
const folders = ['../../shared/gold/pages/aeb/html/', '../examples/reports/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
const folder = process.argv[2] ?? folders.find((path) => existsSync(path)) ?? '.';

const bytesOf = (path: string): Uint8Array => {
  const bytes = readFileSync(path);
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};

const pages = readdirSync(folder)
  .filter((file) => /\.html(?:\.gz)?$/.test(file))
  .sort()
  .map((file) => ({ name: file, bytes: bytesOf(join(folder, file)) }));

type Page = (typeof pages)[number];

const alone = ({ bytes }: Page): void => {
  try {
    new Readability(parseHTML(new TextDecoder().decode(bytes)).document).parse();
  } catch {
    // It fails on some pages; the time counts all the same.
  }
};

const whole = (page: Page): void => {
  try {
    readInput(page, { format: 'html' });
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
  }
};

/** Milliseconds of this process, whatever else the machine does. */
const timed = (work: (page: Page) => void, page: Page): number => {
  const before = process.cpuUsage();
  work(page);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

for (const page of pages.slice(0, 20)) {
  alone(page);
  whole(page);
}
const times = pages.map((page) => {
  const rounds = Array.from({ length: ROUNDS }, () => [timed(alone, page), timed(whole, page)] as const);
  return { library: median(rounds.map(([library]) => library)), intake: median(rounds.map(([, intake]) => intake)) };
});
const library = median(times.map((each) => each.library));
const intake = median(times.map((each) => each.intake));
console.log(`pages                        ${pages.length} of ${folder}`);
console.log(`library alone, median page   ${library.toFixed(1)} ms, ${(1000 / library).toFixed(1)} pages/s`);
console.log(`intake, median page          ${intake.toFixed(1)} ms, ${(1000 / intake).toFixed(1)} pages/s`);
console.log(`intake against the library   ${(library / intake).toFixed(2)} (to be at least 0.80)`);
