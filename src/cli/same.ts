import { type Origin, SameIndex } from '../intake/index.ts';
import type { Document } from '../text/index.ts';
import type { Call, Command, Terminal } from './command.ts';
import { type Paint, paintFor } from './formats/paint.ts';
import { eachInput, findInputs } from './inputs.ts';
import { count, oneLine } from './page/words.ts';

/** A report with where it comes from, as `readout same --format json` prints it. */
interface Traced {
  readonly name: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly origin: Origin;
}

interface Named {
  readonly name: string;
  readonly document: Document;
}

/** When a report was published, for the order of reports; one without a date comes last. */
const instantOf = ({ document: { published } }: Named): number => {
  const instant = Date.parse(published ?? '');
  return Number.isNaN(instant) ? Number.MAX_VALUE : instant;
};

/** Reports in the order of publication, each with its origin among those before it. */
const trace = (reports: readonly Named[]): readonly Traced[] => {
  const index = new SameIndex();
  return reports
    .toSorted((a, b) => instantOf(a) - instantOf(b))
    .map(({ name, document }) => {
      const { title, publisher, published, url } = document;
      return { name, title, publisher, published, url, origin: index.add(name, document) };
    });
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const likenessWords = ({ kind, likeness, agency, here, there, isSamePage }: Origin): string => {
  const words: Readonly<Record<NonNullable<Origin['likeness']>, string>> = {
    verbatim: 'word for word',
    're-headlined': 'under another headline',
    cut: here >= there ? `shortened to ${percent(there)}` : `with more around it (${percent(here)} of it)`,
    near: `changed (${percent(Math.max(here, there))} the same)`,
  };
  if (likeness !== null) return `${words[likeness]}${isSamePage ? ', the same page' : ''}`;
  return kind === 'wire' ? `first here, credits ${agency}` : 'first here';
};

const rowOf = ({ name, published, publisher, origin }: Traced): string =>
  [
    published?.slice(0, 10) ?? 'no date   ',
    oneLine(name),
    publisher === null ? '' : oneLine(publisher),
    likenessWords(origin),
  ]
    .filter((cell) => cell !== '')
    .join('  ');

const groupsOf = (traced: readonly Traced[]): readonly (readonly Traced[])[] =>
  [...Map.groupBy(traced, ({ origin }) => origin.id).values()].filter((group) => group.length > 1);

const page = (traced: readonly Traced[], paint: Paint): string => {
  const groups = groupsOf(traced);
  const copies = groups.reduce((sum, group) => sum + group.length - 1, 0);
  const parts = groups.map((group) =>
    [paint.strong(oneLine(group[0]?.title ?? 'No headline')), ...group.map((one) => `  ${rowOf(one)}`), ''].join('\n'),
  );
  const sum = `${count(traced.length, 'report')}, ${count(traced.length - copies, 'origin')}`;
  return `${[...parts, copies === 0 ? `${sum}: none repeats another.` : `${sum}.`].join('\n')}\n`;
};

const printed: Readonly<Record<string, (traced: readonly Traced[], paint: Paint) => string>> = {
  text: page,
  json: (traced) => `${JSON.stringify(traced, null, 2)}\n`,
  jsonl: (traced) => traced.map((one) => `${JSON.stringify(one)}\n`).join(''),
};

const run = async (call: Call, terminal: Terminal): Promise<number> => {
  const inputs = await findInputs(call, terminal);
  if (inputs.paths.length === 0) return 1;
  const reports: Named[] = [];
  const code = await eachInput(inputs, terminal, async (document, name) => {
    reports.push({ name, document });
  });
  if (code !== 0) return code;
  const print = printed[call.value('format') ?? 'text'] ?? page;
  await terminal.out.write(print(trace(reports), paintFor(terminal.out, terminal.env)));
  return 0;
};

/** `readout same`: which reports repeat others. */
export const sameCommand: Command = {
  name: 'same',
  operands: 'FILE|FOLDER|GLOB|-...',
  summary: 'Show which reports repeat others: word for word, re-headlined, shortened or changed.',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: Object.keys(printed),
      fallback: 'text',
      description: 'What to print.',
    },
  ],
  details: [
    'Reports are taken in the order of publication; those without a date come last, in the order in which they were named.',
    'text shows the groups that have copies; json and jsonl give every report with its origin.',
    'Exit code: 0 if any report was read, 1 if none was, 2 if the command was called wrongly.',
  ],
  run,
};
