import { expect, test } from 'vitest';
import { readInput } from '../../src/intake/index.ts';
import { isRight } from './print-views/fields.ts';
import { layouts } from './print-views/layouts.ts';
import { reports } from './print-views/reports.ts';

/** In per cent: the share of fields that are to be right. */
const FLOOR = 95;

const cases = layouts.flatMap((layout) =>
  reports.flatMap((report) => {
    const document = readInput({ name: layout.file, bytes: new TextEncoder().encode(layout.print(report)) });
    return layout.fields.map((field) => ({
      where: `${layout.name}, ${report.publisher}: ${field}`,
      isRight: isRight[field](document, report),
      document,
    }));
  }),
);

test(`of the fields that print views show, ${FLOOR} of a hundred are read right`, () => {
  const wrong = cases.filter((each) => !each.isRight);
  const share = (100 * (cases.length - wrong.length)) / cases.length;
  if (process.env.FIGURES !== undefined)
    process.stdout.write(`print views: ${share.toFixed(2)} % of ${cases.length} fields\n`);
  expect(layouts.length).toBeGreaterThanOrEqual(12);
  expect(share, wrong.map(({ where }) => where).join('\n')).toBeGreaterThanOrEqual(FLOOR);
});
