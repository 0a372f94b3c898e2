import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInput } from '../src/intake/index.ts';
import type { EvalContext } from './report.ts';

/** A report of BASIL: three outlets wrote of each event, each on its own. */
export interface BasilReport {
  readonly title: string;
  readonly date: string;
  readonly source: string;
  readonly 'triplet-uuid': string;
  readonly 'body-paragraphs': readonly (readonly string[])[];
}

/** The reports of BASIL in the order of their files; none where the gold data is not there. */
export const basilReports = ({ gold, split }: EvalContext): readonly BasilReport[] => {
  const folder = join(gold, split === 'test' ? 'stories-test' : 'stories', 'basil', 'articles');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as BasilReport);
};

/** A report of BASIL as intake reads it. */
export const basilDocument = (report: BasilReport) =>
  readInput({
    name: 'report.txt',
    bytes: new TextEncoder().encode(
      [report.title, ...report['body-paragraphs'].map((sentences) => sentences.join(' '))].join('\n\n'),
    ),
  });
