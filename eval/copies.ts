import { SameIndex } from '../src/intake/index.ts';
import { basilDocument, basilReports } from './basil.ts';
import { type EvalContext, shareFigure, type Table } from './report.ts';

/** Independent reports of one event must not count as copies of each other. What must count is in `test/intake/same/`: news agencies' texts may not be had. */
export const scoreCopies = async (context: EvalContext): Promise<Table[]> => {
  const reports = basilReports(context);
  if (reports.length === 0) return [];
  const index = new SameIndex();
  const wrong = reports.flatMap((report, number) => {
    const { of, here, there } = index.add(String(number), basilDocument(report));
    return of === null ? [] : [`"${report.title}" for a copy of "${reports[Number(of)]?.title}" (${here}, ${there})`];
  });
  const events = new Set(reports.map((report) => report['triplet-uuid'])).size;
  return [
    {
      task: 'copies',
      title: `BASIL: ${reports.length} independent reports of ${events} events`,
      figures: [shareFigure('copies/basil/apart', 'taken for no copy', reports.length - wrong.length, reports.length)],
      errors: context.errors ? wrong : [],
    },
  ];
};
