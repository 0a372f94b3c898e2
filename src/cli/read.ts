import { type CodebookProblem, problemLine } from '../codebook/index.ts';
import { readDocument } from '../readout/index.ts';
import type { Call, Command, Terminal } from './command.ts';
import { checkedDate } from './dates.ts';
import { openEngine, withProgress } from './engine.ts';
import type { Format } from './formats/format.ts';
import { htmlFormat } from './formats/html.ts';
import { icsFormat } from './formats/ics.ts';
import { jsonFormat, jsonLinesFormat } from './formats/json.ts';
import { markdownFormat } from './formats/markdown.ts';
import { textFormat } from './formats/text.ts';
import { eachInput, findInputs } from './inputs.ts';
import { viewOf } from './page/view.ts';

const formats: Readonly<Record<string, Format>> = {
  text: textFormat,
  json: jsonFormat,
  jsonl: jsonLinesFormat,
  markdown: markdownFormat,
  html: htmlFormat,
  ics: icsFormat,
};

/** Tells on standard error which entries of a codebook are left out. */
const tellOn =
  ({ err }: Terminal) =>
  async (problems: readonly CodebookProblem[]): Promise<void> => {
    for (const problem of problems) await err.write(`readout: ${problemLine(problem)} (left out)\n`);
  };

const run = async (call: Call, terminal: Terminal): Promise<number> => {
  const asOf = checkedDate(call, 'as-of', 'read');
  const format = formats[call.value('format') ?? 'text'] ?? textFormat;
  const inputs = await findInputs(call, terminal);
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

/** `readout read`: reports in, rows out. */
export const readCommand: Command = {
  name: 'read',
  operands: 'FILE|FOLDER|GLOB|-...',
  summary: 'Read reports and print their rows: who said what, what is planned, who is who.',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      choices: Object.keys(formats),
      fallback: 'text',
      description: 'What to print.',
    },
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
  ],
  details: [
    'Reads plain text, Markdown and HTML, told apart by content; "-" is standard input. Folders are searched for such files.',
    'Reads each report of what holds many: web archives (WARC, WACZ), ZIP archives, also packed with gzip. See docs/cli.md.',
    'json prints one object for one file and an array for several; jsonl prints one object a line. See docs/schema.json.',
    'ics prints the agenda of all reports as one iCalendar file; what has no date is left out.',
    'A report that cannot be read is named on standard error and does not stop the others.',
    'Exit code: 0 if any report was read, 1 if none was, 2 if the command was called wrongly.',
  ],
  run,
};
