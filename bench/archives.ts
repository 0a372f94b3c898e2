// `npm run bench:archives [MEGABYTES…]`: time and memory of web archives of several sizes, each in a process of its own whose
// heap may not grow beyond 96 MB: what a larger archive needs more than a small one would show.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readReports } from '../src/intake/index.ts';
import { madeWarc } from './made-warc.ts';

/** What one run measured: records, reports, seconds, and the highest memory in megabytes. */
interface Measured {
  readonly records: number;
  readonly reports: number;
  readonly failures: number;
  readonly seconds: number;
  readonly megabytes: number;
}

const measure = async (megabytes: number, isPacked: boolean): Promise<Measured> => {
  const started = performance.now();
  const counted = { report: 0, failure: 0, skipped: 0 };
  const source = { name: `made.warc${isPacked ? '.gz' : ''}`, chunks: madeWarc(megabytes * 1_000_000, isPacked) };
  for await (const { kind } of readReports(source)) counted[kind] += 1;
  return {
    records: counted.report + counted.skipped + counted.failure,
    reports: counted.report,
    failures: counted.failure,
    seconds: (performance.now() - started) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
};

const [first, ...others] = process.argv.slice(2);
if (first === '--one') {
  console.log(JSON.stringify(await measure(Number(others[0]), others[1] === 'gz')));
} else {
  const sizes = [first, ...others].flatMap((size) => (size === undefined ? [] : [Number(size)]));
  console.log('size      packed  records  reports  seconds  memory at its highest');
  for (const size of sizes.length > 0 ? sizes : [10, 100, 1000])
    for (const packing of ['plain', 'gz']) {
      const words = ['--max-old-space-size=96', fileURLToPath(import.meta.url), '--one', String(size), packing];
      const run: Measured = JSON.parse(spawnSync(process.execPath, words, { encoding: 'utf8' }).stdout);
      const columns = [`${size} MB`.padEnd(9), packing.padEnd(7), String(run.records).padStart(7)];
      columns.push(
        String(run.reports).padStart(8),
        run.seconds.toFixed(1).padStart(8),
        `${Math.round(run.megabytes)} MB`.padStart(10),
      );
      console.log(columns.join(' '));
    }
}
