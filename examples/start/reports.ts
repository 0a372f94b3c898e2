import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Progress } from '../../src/cli/progress.ts';
import { readReports } from '../../src/intake/index.ts';
import { type Engine, type Reading, readDocument } from '../../src/readout/index.ts';

/** The folder of the example reports, as one types it here. */
export const folder = relative(process.cwd(), fileURLToPath(new URL('../reports', import.meta.url)));

/** The path of an example report. */
export const pathOf = (name: string): string => `${folder}/${name}`;

/** The example reports, in the order of their days. */
export const names = [
  '01-call-to-rise.txt',
  '02-france-accuses-turkey.html',
  '03-planned-call.md',
  '04-propaganda-war.html',
  '05-the-march.md',
  '06-briefing.txt',
  '07-talks-agreed.txt',
];

/** An example report that was read. */
export interface Example {
  readonly name: string;
  readonly reading: Reading;
}

/** Reads the examples one by one. Throws where one cannot be read: they are our own. */
export async function* readExamples(engine: Promise<Engine>, progress: Progress): AsyncGenerator<Example> {
  for (const [index, name] of names.entries()) {
    await progress.at(index, pathOf(name), index);
    for await (const item of readReports(pathOf(name), {})) {
      if (item.kind === 'failure') throw item.error;
      if (item.kind === 'report')
        yield { name, reading: await readDocument(item.document, await engine, { asOf: null }) };
    }
  }
  await progress.clear();
}
