import { type CodebookExample, type CodebookProblem, type PlacedEntry, problemLine } from '../../codebook/index.ts';
import { type ExampleFailure, runExample, runsExamplesOf } from '../../readout/index.ts';
import type { Call, Command, Terminal } from '../command.ts';
import { engineWith, type InspectedFiles, inspectFiles } from '../engine.ts';
import { count } from '../page/words.ts';
import { progressOn } from '../progress.ts';
import { verdictWords } from './verdict-words.ts';

/** An example that fails, and where its entry stands. */
interface FailedExample {
  readonly file: string;
  readonly line: number;
  readonly section: string;
  readonly entry: string;
  readonly text: string;
  readonly message: string;
}

/** What a check found. */
interface Checked {
  readonly entries: number;
  readonly files: number;
  readonly problems: readonly CodebookProblem[];
  /** How many examples were run. */
  readonly examples: number;
  readonly failed: readonly FailedExample[];
}

const plain = (value: unknown): string =>
  Array.isArray(value) ? `[${value.join(', ')}]` : value === null ? 'none' : String(value);

/** Only what the example speaks of. */
const told = (row: Readonly<Record<string, unknown>>, keys: readonly string[]): string =>
  keys.map((key) => `${key} ${plain(row[key])}`).join(', ');

const whyFailed = ({ kind, rows, attempts }: ExampleFailure, { expects }: CodebookExample): string => {
  const keys = Object.keys(expects).filter((key) => key !== 'on');
  if (kind === 'present') return 'must not match, and does';
  if (kind === 'different')
    return `must give ${told(expects, keys)}, and gives ${rows.map((row) => told(row, keys)).join('; ')}`;
  const tries = attempts.map(
    ({ word, verdict, sentence }) => `at “${word}”: ${verdictWords(verdict, (at) => sentence[at] ?? '')}`,
  );
  return `must match, and does not${tries.length === 0 ? '; none of its words is there' : `; ${tries.join('; ')}`}`;
};

/** The entries that are checked: the analyst's own, or all. */
const scopeOf = (call: Call, { inspected, problems, own }: InspectedFiles) => {
  const all = call.operands.length === 0 || call.has('all');
  const entries = inspected.entries.filter(({ file }) => all || own.has(file));
  const ids = new Set(entries.map(({ section, id }) => `${section} ${id}`));
  return {
    entries,
    problems: problems.filter(({ severity, file }) => severity === 'mistake' || all || own.has(file)),
    examples: inspected.codebook.examples.filter(
      ({ section, entry }) => ids.has(`${section} ${entry}`) && runsExamplesOf(section),
    ),
  };
};

/** An entry of events without examples cannot be told from a slip. */
const unproven = (entries: readonly PlacedEntry[], examples: readonly CodebookExample[]): CodebookProblem[] => {
  const shown = new Set(examples.map(({ section, entry }) => `${section} ${entry}`));
  return entries
    .filter(({ section, id }) => section === 'events' && !shown.has(`${section} ${id}`))
    .map(({ file, line, id }) => ({
      file,
      line,
      message: `events "${id}": has no example sentence that shows what it matches`,
      severity: 'warning',
    }));
};

const runExamples = async (
  examples: readonly CodebookExample[],
  { codebook }: InspectedFiles['inspected'],
  terminal: Terminal,
): Promise<FailedExample[]> => {
  if (examples.length === 0) return [];
  const engine = await engineWith(codebook);
  const progress = progressOn(terminal.err, examples.length);
  const failed: FailedExample[] = [];
  for (const [index, example] of examples.entries()) {
    await progress.at(index, example.entry, 0);
    const failure = await runExample(example, engine);
    if (failure === null) continue;
    const { file, line, section, entry, text } = example;
    failed.push({ file, line, section, entry, text, message: whyFailed(failure, example) });
  }
  await progress.clear();
  return failed;
};

const check = async (call: Call, terminal: Terminal): Promise<Checked> => {
  const files = await inspectFiles(call.operands);
  const { entries, problems, examples } = scopeOf(call, files);
  const run = call.has('no-examples') ? [] : examples;
  return {
    files: new Set(entries.map(({ file }) => file)).size,
    entries: entries.length,
    problems: [...problems, ...unproven(entries, examples)],
    examples: run.length,
    failed: await runExamples(run, files.inspected, terminal),
  };
};

const linesOf = ({ files, entries, problems, examples, failed }: Checked): string[] => {
  const mistakes = problems.filter(({ severity }) => severity === 'mistake').length;
  const warnings = problems.length - mistakes;
  const ran = examples === 0 ? 'no example was run' : `${count(examples, 'example')} run, ${failed.length} failed`;
  return [
    ...problems.map(problemLine),
    ...failed.map(
      ({ file, line, section, entry, text, message }) => `${file}:${line}: ${section} "${entry}": “${text}” ${message}`,
    ),
    `${count(files, 'file')}, ${entries === 1 ? '1 entry' : `${entries} entries`} in use: ${count(mistakes, 'mistake')}, ${count(warnings, 'warning')}; ${ran}.`,
  ];
};

const run = async (call: Call, terminal: Terminal): Promise<number> => {
  const checked = await check(call, terminal);
  const mistaken = checked.problems.some(({ severity }) => severity === 'mistake');
  const ok = !mistaken && checked.failed.length === 0;
  const text =
    call.value('format') === 'json' ? JSON.stringify({ ok, ...checked }, null, 2) : linesOf(checked).join('\n');
  await terminal.out.write(`${text}\n`);
  return ok ? 0 : 1;
};

/** `readout codebook check`: what is wrong with a codebook, by file and line. */
export const checkCommand: Command = {
  name: 'codebook check',
  operands: '[DIR|FILE ...]',
  summary: 'Check YAML files laid over the codebook, and run their examples; without any, the codebook itself.',
  atLeast: 0,
  atMost: Number.POSITIVE_INFINITY,
  options: [
    { name: 'no-examples', description: 'Check the files only; this needs no network and takes a second.' },
    { name: 'all', description: 'Run the examples of the codebook that is shipped too: what do the files change?' },
    { name: 'format', value: 'FORMAT', choices: ['text', 'json'], fallback: 'text', description: 'What to print.' },
  ],
  details: [
    'Every mistake is one line with file and line number. A warning does not keep the files from being used.',
    'Examples of the sections events, contexts, times, cues, realis, agenda and disputes are read by the network.',
    'Exit code: 0 if nothing is wrong, 1 if a file or an example is, 2 if the command was called wrongly.',
  ],
  run,
};
