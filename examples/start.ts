// `npm start`: reads the example reports, shows one of them in full and what the others hold, and says what to try next.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realTerminal, run, type Terminal } from '../src/cli/index.ts';
import type { Readout } from '../src/readout/index.ts';

const folder = relative(process.cwd(), fileURLToPath(new URL('reports', import.meta.url)));
const pathOf = (name: string): string => `${folder}/${name}`;
const names = [
  '01-call-to-rise.txt',
  '02-france-accuses-turkey.html',
  '03-planned-call.md',
  '04-propaganda-war.html',
  '05-the-march.md',
  '06-briefing.txt',
  '07-talks-agreed.txt',
];
const shown = pathOf('03-planned-call.md');

const real = realTerminal();
let lines = '';
const kept: Terminal = {
  ...real,
  out: {
    ...real.out,
    write: async (text) => {
      lines += text;
    },
  },
};

const counts = (readout: Readout): string =>
  [readout.statements, readout.events, readout.agenda, readout.disputes]
    .map((rows) => String(rows.length).padStart(11))
    .join('');

const code = await run(['read', ...names.map(pathOf), '--format', 'jsonl'], kept);
const readouts = lines.split('\n').flatMap((line): Readout[] => (line === '' ? [] : [JSON.parse(line)]));
if (code === 0) await run(['read', shown], real);
const table = readouts.map((readout, index) => `  ${(names[index] ?? '').padEnd(30)}${counts(readout)}`);
const next = [
  [`readout read ${pathOf('02-france-accuses-turkey.html')}`, 'another report'],
  [`readout read ${shown} --explain`, 'why each row is there'],
  [`readout read ${folder} --format html > examples.html`, 'all reports beside their rows, in a browser'],
  [`readout read ${pathOf('01-call-to-rise.txt')} --as-of 2026-09-13`, 'the date that a report lacks'],
  ['readout read YOUR-REPORT.html --format json', 'rows for a program (docs/schema.json)'],
  ['readout --help', ''],
].map(([command = '', what = '']) => `  npx ${command.padEnd(70)}  ${what}`.trimEnd());
await real.out.write(
  [
    `That was ${shown}, one of ${readouts.length} example reports about one invented situation:`,
    '',
    `  ${'report'.padEnd(30)} statements     events     agenda   disputes`,
    ...table,
    '',
    'Try next:',
    ...next,
    '',
  ].join('\n'),
);
process.exitCode = code;
