import type { Codebook, CodebookExample } from '../codebook/index.ts';
import type { Attempt } from '../extraction/index.ts';
import type { Document } from '../text/index.ts';
import type { Engine } from './conductor.ts';
import { type Explanation, explainDocument } from './explain.ts';
import type { Readout } from './readout.ts';

/** What an example of the codebook may say of a row: its words, its parties, its time. */
export type ExampleRow = Readonly<Record<string, unknown>>;

/** Why an example fails. */
export interface ExampleFailure {
  /** `missing`: the entry made no row; `different`: it made other ones; `present`: it made one and must not. */
  readonly kind: 'missing' | 'different' | 'present';
  /** What the entry made. */
  readonly rows: readonly ExampleRow[];
  /** What became of the entry where it was tried. */
  readonly attempts: readonly {
    readonly word: string;
    readonly verdict: Attempt['verdict'];
    /** The words of the sentence that the verdict speaks of. */
    readonly sentence: readonly string[];
  }[];
}

/** The dates that examples are read on unless they name one under "on": two Wednesdays. */
const DATES: Readonly<Record<string, string>> = { times: '2019-05-01' };
const DATE = '2026-03-04';

/** A text as a report of one paragraph a line. */
export const plainDocument = (text: string, published: string | null): Document => ({
  title: null,
  dek: null,
  byline: [],
  agency: null,
  publisher: null,
  published,
  dateline: null,
  language: 'en',
  url: null,
  images: [],
  related: [],
  corrections: [],
  otherTitles: [],
  sources: {},
  blocks: Array.from(text.matchAll(/[^\n]+/g), ({ index, 0: line }) => ({
    kind: 'paragraph' as const,
    span: { start: index, end: index + line.length },
  })),
  text,
});

type RowsOf = (entry: string, explanation: Explanation, codebook: Codebook) => ExampleRow[];

const namesIn = ({ actors }: Readout): ((ids: readonly string[]) => string[]) => {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return (ids) => ids.map((id) => names.get(id) ?? id).sort();
};

const eventRows: RowsOf = (entry, { reading: { readout } }) => {
  const names = namesIn(readout);
  return readout.events
    .filter(({ rule }) => rule === entry)
    .map((event) => ({
      trigger: event.trigger.text,
      realis: event.realis,
      actors: names(event.actors),
      recipients: names(event.recipients),
      type: event.type,
      mode: event.mode,
      contexts: [...event.contexts].sort(),
      time: readout.times.find(({ id }) => id === event.time)?.value ?? null,
      place: readout.places.find(({ id }) => id === event.place)?.name ?? null,
    }));
};

const contextRows: RowsOf = (entry, { reading: { readout } }) =>
  readout.events
    .filter(({ contexts }) => contexts.includes(entry))
    .map(({ type, trigger }) => ({ type, trigger: trigger.text }));

const timeRows: RowsOf = (entry, { reading: { readout } }) =>
  readout.times
    .filter(({ rule }) => rule === entry)
    .map(({ span, value, type, kind, grain }) => ({ time: span.text, value, type, kind, grain }));

const cueRows: RowsOf = (entry, { reading: { readout } }) =>
  readout.statements
    .filter(({ rule }) => rule.replace('+head', '').endsWith(`/${entry}`))
    .map(({ cue, act, source, content }) => ({
      cue: cue.text,
      act,
      source: source?.text ?? null,
      content: content.map(({ text }) => text).join(' '),
    }));

const realisRows: RowsOf = (entry, { reading: { readout }, realis }) =>
  readout.events
    .filter(({ id }) => realis.get(id)?.entry === entry)
    .map((event) => ({ trigger: event.trigger.text, realis: event.realis }));

const agendaRows: RowsOf = (entry, { reading: { readout } }, codebook) => {
  const state = codebook.agenda.find(({ id }) => id === entry)?.state;
  const items = readout.agenda.map(({ state: own, when }) => ({ state: own, when: when.value }));
  if (state === 'open-ended') return items.length === 0 ? [{ state }] : [];
  return items.filter((item) => item.state === state);
};

const disputeRows: RowsOf = (entry, { reading: { readout } }, codebook) => {
  const kind = codebook.disputes.find(({ id }) => id === entry)?.kind;
  return readout.disputes.filter((dispute) => dispute.kind === kind).map(() => ({ kind }));
};

/** What the entries of a section make; examples of other sections are not run. */
const ROWS: Readonly<Record<string, RowsOf>> = {
  events: eventRows,
  contexts: contextRows,
  times: timeRows,
  cues: cueRows,
  realis: realisRows,
  agenda: agendaRows,
  disputes: disputeRows,
};

/** Can the examples of a section be run? */
export const runsExamplesOf = (section: string): boolean => section in ROWS;

const ordered = (value: unknown): unknown => (Array.isArray(value) ? [...value].sort() : value);

const agrees = (row: ExampleRow, expected: ExampleRow): boolean =>
  Object.entries(expected).every(([key, value]) => JSON.stringify(row[key]) === JSON.stringify(ordered(value)));

/** Reads an example of the codebook and says why it fails, or null where it does what it should. */
export const runExample = async (example: CodebookExample, engine: Engine): Promise<ExampleFailure | null> => {
  const { section, entry, text, matches } = example;
  const { on, ...expected } = example.expects;
  const date = typeof on === 'string' ? on : (DATES[section] ?? DATE);
  const explanation = await explainDocument(plainDocument(text, date), engine, { asOf: null });
  const rows = ROWS[section]?.(entry, explanation, engine.codebook) ?? [];
  const passes = matches ? rows.some((row) => agrees(row, expected)) : rows.length === 0;
  if (passes || !runsExamplesOf(section)) return null;
  const { sentences } = explanation.reading;
  const attempts = explanation.words.flatMap(({ sentence, word, attempts: all }) => {
    const words = sentences[sentence]?.tokens.map(({ text: each }) => each) ?? [];
    const own = all.filter((attempt) => section === 'events' && attempt.entry.id === entry);
    return own.map(({ verdict }) => ({ word: words[word] ?? '', verdict, sentence: words }));
  });
  const kind = matches ? (rows.length === 0 ? 'missing' : 'different') : 'present';
  return { kind, rows, attempts };
};
