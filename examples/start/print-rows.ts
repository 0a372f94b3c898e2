import { textFormat } from '../../src/cli/formats/text.ts';
import type { Terminal } from '../../src/cli/index.ts';
import { viewOf } from '../../src/cli/page/view.ts';
import { type Example, folder, pathOf } from './reports.ts';

/** The report that is shown as rows. */
const SHOWN = '03-planned-call.md';

const tableLine = ({ name, reading: { readout } }: Example): string => {
  const counts = [readout.statements, readout.events, readout.agenda, readout.disputes];
  return `  ${name.padEnd(30)}${counts.map((rows) => String(rows.length).padStart(11)).join('')}`;
};

const tries = [
  [`readout read ${pathOf('02-france-accuses-turkey.html')}`, 'another report'],
  [`readout read ${pathOf(SHOWN)} --explain`, 'why each row is there'],
  [`readout read ${folder} --format html > examples.html`, 'all reports beside their rows, as one file'],
  [`readout read ${pathOf('01-call-to-rise.txt')} --as-of 2026-09-13`, 'the date that a report lacks'],
  ['readout read YOUR-REPORT.html --format json', 'rows for a program (docs/schema.json)'],
  ['readout add YOUR-REPORTS/ && npx readout serve', 'a ledger of your own, in the browser'],
  ['readout --help', ''],
].map(([command = '', what = '']) => `  npx ${command.padEnd(70)}  ${what}`.trimEnd());

/** Prints one example as rows, what the others hold, and what to try next. */
export const printRows = async (examples: readonly Example[], { out, env }: Terminal): Promise<void> => {
  const shown = examples.find(({ name }) => name === SHOWN);
  if (shown === undefined) throw new Error(`${SHOWN} is not among the examples`);
  const pages = textFormat({ explain: false, several: false, output: out, env });
  await out.write(`${pages.open}${pages.page(viewOf(shown.reading, pathOf(SHOWN)))}${pages.close()}`);
  const lines = [
    `That was ${pathOf(SHOWN)}, one of ${examples.length} example reports about one invented situation:`,
    '',
    `  ${'report'.padEnd(30)} statements     events     agenda   disputes`,
    ...examples.map(tableLine),
    '',
    'Try next:',
    ...tries,
    '',
  ];
  await out.write(`${lines.join('\n')}\n`);
};
