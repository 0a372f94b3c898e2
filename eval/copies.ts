import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInput, SameIndex } from '../src/intake/index.ts';
import { type EvalContext, shareFigure, type Table } from './report.ts';

/** A report of BASIL: three outlets wrote of each event, each on its own. */
interface BasilReport {
  readonly title: string;
  readonly 'triplet-uuid': string;
  readonly 'body-paragraphs': readonly (readonly string[])[];
}

const reportsIn = (folder: string): readonly BasilReport[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as BasilReport);

const documentOf = (report: BasilReport) =>
  readInput({
    name: 'report.txt',
    bytes: new TextEncoder().encode(
      [report.title, ...report['body-paragraphs'].map((sentences) => sentences.join(' '))].join('\n\n'),
    ),
  });

/** Independent reports of one event must not count as copies of each other. What must count is in `test/intake/same/`: news agencies' texts may not be had. */
export const scoreCopies = async ({ gold, split, errors }: EvalContext): Promise<Table[]> => {
  const folder = join(gold, split === 'test' ? 'stories-test' : 'stories', 'basil', 'articles');
  if (!existsSync(folder)) return [];
  const reports = reportsIn(folder);
  const index = new SameIndex();
  const wrong = reports.flatMap((report, number) => {
    const { of, here, there } = index.add(String(number), documentOf(report));
    return of === null ? [] : [`"${report.title}" for a copy of "${reports[Number(of)]?.title}" (${here}, ${there})`];
  });
  const events = new Set(reports.map((report) => report['triplet-uuid'])).size;
  return [
    {
      task: 'copies',
      title: `BASIL: ${reports.length} independent reports of ${events} events`,
      figures: [shareFigure('copies/basil/apart', 'taken for no copy', reports.length - wrong.length, reports.length)],
      errors: errors ? wrong : [],
    },
  ];
};
