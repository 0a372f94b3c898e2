import { type CodebookProblem, problemLine } from '../codebook/index.ts';
import { readDocument } from '../readout/index.ts';
import type { Call, Option, Terminal } from './command.ts';
import { checkedDate } from './dates.ts';
import { openEngine, withProgress } from './engine.ts';
import { annotationsFormat } from './formats/annotations.ts';
import type { Format } from './formats/format.ts';
import { htmlFormat } from './formats/html.ts';
import { icsFormat } from './formats/ics.ts';
import { jsonFormat, jsonLinesFormat } from './formats/json.ts';
import { markdownFormat } from './formats/markdown.ts';
import { textFormat } from './formats/text.ts';
import { eachInput, type Inputs } from './inputs.ts';
import { viewOf } from './page/view.ts';

const formats: Readonly<Record<string, Format>> = {
  text: textFormat,
  json: jsonFormat,
  jsonl: jsonLinesFormat,
  markdown: markdownFormat,
  html: htmlFormat,
  ics: icsFormat,
  annotations: annotationsFormat,
};

/** The option that says what to print. */
export const formatOption: Option = {
  name: 'format',
  value: 'FORMAT',
  choices: Object.keys(formats),
  description: 'What to print.',
};

/** Options of commands that print the rows of reports. */
export const rowOptions: readonly Option[] = [
  {
    name: 'as-of',
    value: 'DATE',
    description: 'Resolve times as of this date (2026-03-02), whatever date the report has or lacks.',
  },
  { name: 'codebook', value: 'DIR', description: 'A folder of YAML files that add to the codebook or override it.' },
  {
    name: 'keep-going',
    description: 'Leave bad entries of that folder out, naming them on standard error, instead of stopping.',
  },
  { name: 'explain', description: 'Name the rule and the tree behind each row (text, markdown, html).' },
];

/** Tells on standard error which entries of a codebook are left out. */
export const tellOn =
  ({ err }: Terminal) =>
  async (problems: readonly CodebookProblem[]): Promise<void> => {
    for (const problem of problems) await err.write(`readout: ${problemLine(problem)} (left out)\n`);
  };

/** Reads the reports of some inputs and prints their rows as a call's options say; returns the exit code. `open` gives the inputs once the options have been checked. */
export const printRows = async (
  call: Call,
  terminal: Terminal,
  command: string,
  open: () => Promise<Inputs>,
): Promise<number> => {
  const asOf = checkedDate(call, 'as-of', command);
  const format = formats[call.value('format') ?? 'text'] ?? textFormat;
  const inputs = await open();
  if (inputs.paths.length === 0) return 1;
  const engine = await openEngine(call.value('codebook'), call.has('keep-going') ? tellOn(terminal) : undefined);
  const { out, env } = terminal;
  const pages = format({ explain: call.has('explain'), several: inputs.several, output: out, env });
  await out.write(pages.open);
  const code = await eachInput(inputs, terminal, async (document, name, progress) => {
    const reading = await readDocument(document, withProgress(engine, progress, name), { asOf });
    await progress.clear();
    await out.write(pages.page(viewOf(reading, name)));
  });
  if (code === 0 || inputs.several) await out.write(pages.close());
  return code;
};
