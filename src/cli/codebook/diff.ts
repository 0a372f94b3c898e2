import type { Codebook, PlacedEntry } from '../../codebook/index.ts';
import { type Engine, type Readout, readDocument } from '../../readout/index.ts';
import type { Call, Command, Terminal } from '../command.ts';
import { engineWith, openCodebook } from '../engine.ts';
import { eachInput, findInputs } from '../inputs.ts';
import { enumerate, oneLine } from '../page/words.ts';

const keyOf = ({ section, id }: PlacedEntry): string => `${section} "${id}"`;
const placeOf = ({ file, line }: PlacedEntry): string => `${file}:${line}`;

/** Entries that a folder adds, replaces and takes away. */
const entryLines = (before: readonly PlacedEntry[], after: readonly PlacedEntry[]): string[] => {
  const old = new Map(before.map((entry) => [keyOf(entry), entry]));
  const kept = new Set(after.map(keyOf));
  const changed = after.flatMap((entry) => {
    const known = old.get(keyOf(entry));
    if (known === undefined) return [`+ ${keyOf(entry)} (${placeOf(entry)})`];
    return placeOf(known) === placeOf(entry)
      ? []
      : [`~ ${keyOf(entry)} (${placeOf(entry)}, in place of ${placeOf(known)})`];
  });
  return [
    ...changed,
    ...before.filter((entry) => !kept.has(keyOf(entry))).map((entry) => `- ${keyOf(entry)} (${placeOf(entry)})`),
  ];
};

/** The rows of a readout as lines that can be compared: what a change of words may change. */
const rowLines = (readout: Readout): string[] => {
  const names = new Map(readout.actors.map(({ id, name }) => [id, oneLine(name)]));
  const list = (ids: readonly string[]): string => enumerate(ids.map((id) => names.get(id) ?? id)) || 'nobody';
  const times = new Map(readout.times.map(({ id, value }) => [id, value]));
  const words = new Map<string, string>([
    ...readout.statements.map(({ id, cue }) => [id, oneLine(cue.text)] as const),
    ...readout.events.map(({ id, trigger }) => [id, oneLine(trigger.text)] as const),
  ]);
  const wordsOf = (id: string): string => `“${words.get(id) ?? id}”`;
  return [
    ...readout.statements.map(
      ({ cue, act, speakers, rule }) => `statement “${oneLine(cue.text)}” ${act}, ${list(speakers)} (${rule})`,
    ),
    ...readout.times.map(({ span, value, rule }) => `time “${oneLine(span.text)}” ${value ?? 'open'} (${rule})`),
    ...readout.events.map((event) => {
      const when = event.time === null ? '' : `, ${times.get(event.time) ?? 'open'}`;
      const what = event.mode === null ? event.type : `${event.type}/${event.mode}`;
      const whom = event.recipients.length === 0 ? '' : ` → ${list(event.recipients)}`;
      return `event “${oneLine(event.trigger.text)}” ${what} ${event.realis}, ${list(event.actors)}${whom}${when} (${event.rule})`;
    }),
    ...readout.agenda.map(({ event, when, state }) => `agenda ${wordsOf(event)} ${when.value ?? when.kind}, ${state}`),
    ...readout.disputes.map(({ claim, counter, kind }) => `dispute ${wordsOf(counter)} ${kind} ${wordsOf(claim)}`),
  ];
};

/** Lines of one list that the other lacks, each as often as it is one more there. */
const only = (lines: readonly string[], others: readonly string[]): string[] => {
  const rest = new Map<string, number>();
  for (const line of others) rest.set(line, (rest.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const left = rest.get(line) ?? 0;
    rest.set(line, left - 1);
    return left <= 0;
  });
};

/** The same engine, which has a report read by the network once for both codebooks. */
const readingOnce = (engine: Engine): Engine => {
  let parsed: ReturnType<Engine['reader']['read']> | undefined;
  return {
    ...engine,
    reader: {
      read: (sentences, options) => {
        parsed ??= engine.reader.read(sentences, options);
        return parsed;
      },
    },
  };
};

const compareReports = async (call: Call, terminal: Terminal, before: Codebook, after: Codebook): Promise<number> => {
  const inputs = await findInputs(call, terminal);
  if (inputs.paths.length === 0) return 1;
  const engine = await engineWith(before);
  return eachInput(inputs, terminal, async (document, name, progress) => {
    const once = readingOnce(engine);
    const old = rowLines((await readDocument(document, once, { asOf: null })).readout);
    const now = rowLines((await readDocument(document, { ...once, codebook: after }, { asOf: null })).readout);
    await progress.clear();
    const lines = [...only(old, now).map((line) => `- ${line}`), ...only(now, old).map((line) => `+ ${line}`)];
    await terminal.out.write(`\n${[oneLine(name), ...(lines.length === 0 ? ['the same rows'] : lines)].join('\n')}\n`);
  });
};

const run = async (call: Call, terminal: Terminal): Promise<number> => {
  const [folder = '', ...reports] = call.operands;
  const before = await openCodebook({ extra: [] });
  const after = await openCodebook({ extra: [folder] });
  const lines = entryLines(before.entries, after.entries);
  await terminal.out.write(`${lines.length === 0 ? 'the same entries' : lines.join('\n')}\n`);
  if (reports.length === 0) return 0;
  return compareReports({ ...call, operands: reports }, terminal, before.codebook, after.codebook);
};

/** `readout codebook diff`: what an analyst's files change, in the codebook and in reports. */
export const diffCommand: Command = {
  name: 'codebook diff',
  operands: 'DIR [FILE|FOLDER|GLOB ...]',
  summary: 'Show which entries a folder adds, replaces and removes, and which rows of reports that changes.',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  options: [],
  details: [
    'Rows that only the codebook without the folder gives have a minus, those that only the one with it gives a plus.',
    'Exit code: 0 if all was read, 1 if a file of the folder is wrong or no report could be read.',
  ],
  run,
};
