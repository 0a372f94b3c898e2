import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTimes, intervalOf, type TimeExpression } from '../src/extraction/index.ts';
import type { Engine } from '../src/readout/index.ts';
import { type Document, documentId, segment } from '../src/text/index.ts';
import { type EvalContext, type Figure, f1Figure, type Table } from './report.ts';
import { type Timex3, toTimex3 } from './timex3.ts';

/** A news story with its time expressions (TempEval-3). */
interface TimeStory {
  readonly id: string;
  readonly dct: string;
  readonly text: string;
  readonly gold: readonly {
    readonly s: number;
    readonly e: number;
    readonly type: string;
    readonly value: string;
    readonly text: string;
  }[];
}

/** A date phrase and what it means in a story of a day. */
interface DatePhrase {
  readonly expr: string;
  readonly anchor: string;
  readonly date?: string;
  readonly date_end?: string | null;
  readonly type?: string;
}

/** The document of a text: a paragraph for every stretch between empty lines. */
export const toDocument = (text: string, published: string | null): Document => {
  const blocks = [...text.matchAll(/\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/g)].map((match) => ({
    kind: 'paragraph' as const,
    span: { start: match.index, end: match.index + match[0].length },
  }));
  const none = { title: null, dek: null, byline: [], agency: null, publisher: null, dateline: null, url: null };
  const beside = { images: [], related: [], corrections: [], otherTitles: [], sources: {} };
  return { ...none, ...beside, published, language: 'en', blocks, text };
};

/** The times that are found in a text published on a day. */
export const timesOf = async (engine: Engine, text: string, published: string | null): Promise<TimeExpression[]> => {
  const document = toDocument(text, published);
  const sentences = await engine.reader.read(segment(document, engine.textModel));
  return findTimes({ id: documentId(text), document, sentences }, engine.codebook);
};

interface Tally {
  gold: number;
  system: number;
  relaxed: number;
  strict: number;
  type: number;
  value: number;
  alike: number;
}

/**
 * Forms of one value made alike: annotators write a week as 2000-W7 or 2000-W07, a decade as 198 or 198X, a year as 1968 or
 * 1968-XX, a clock time with its zone or without.
 */
export const toPlainValue = (value: string | null): string | null =>
  value
    ?.replace(/-W(\d)(?!\d)/, '-W0$1')
    .replace(/(?:-XX)+$/, '')
    .replace(/^(\d{2,3})X+$/, '$1')
    .replace(/(T\d\d:\d\d)(?:Z|[+-]\d\d:\d\d)$/, '$1') ?? null;

const show = (time: Timex3 | undefined): string =>
  time === undefined ? 'nothing' : `"${time.span.text}" ${time.type} ${time.value} (${time.rule})`;

const compare = (tally: Tally, story: TimeStory, times: readonly Timex3[], errors: string[]): void => {
  const open = new Set(times);
  tally.gold += story.gold.length;
  tally.system += times.length;
  for (const gold of story.gold) {
    const isSame = ({ span }: Timex3): boolean => span.start === gold.s && span.end === gold.e;
    const touching = [...open].filter(({ span }) => span.start < gold.e && gold.s < span.end);
    const found = touching.find(isSame) ?? touching[0];
    const isRight = found?.type === gold.type && found.value === gold.value;
    if (!isRight)
      errors.push(`${story.id} (${story.dct}): "${gold.text}" ${gold.type} ${gold.value}, found ${show(found)}`);
    if (found === undefined) continue;
    open.delete(found);
    tally.relaxed += 1;
    tally.strict += isSame(found) ? 1 : 0;
    tally.type += found.type === gold.type ? 1 : 0;
    tally.value += found.value === gold.value ? 1 : 0;
    tally.alike += toPlainValue(found.value) === toPlainValue(gold.value) ? 1 : 0;
  }
  errors.push(...[...open].map((time) => `${story.id} (${story.dct}): found ${show(time)}, gold has nothing`));
};

const scoreStories = async (name: string, stories: readonly TimeStory[], engine: Engine): Promise<Table> => {
  const tally: Tally = { gold: 0, system: 0, relaxed: 0, strict: 0, type: 0, value: 0, alike: 0 };
  const errors: string[] = [];
  for (const story of stories) {
    const times = await timesOf(engine, story.text, story.dct);
    compare(tally, story, toTimex3(times, story.text, engine.codebook), errors);
  }
  const labels = {
    relaxed: 'span overlaps',
    strict: 'span exact',
    type: 'and type right',
    value: 'and value right',
    alike: '  the same, forms made alike',
  };
  const figures = Object.entries(labels).map(([id, label]): Figure => {
    const right = tally[id as keyof typeof labels];
    return f1Figure(`time/${name}/${id}`, label, right, tally.gold, tally.system);
  });
  return { task: 'time', title: `TempEval-3, ${name}: ${stories.length} stories`, figures, errors };
};

const isPlaced = ({ type, kind }: TimeExpression): boolean =>
  (type === 'DATE' || type === 'TIME') && kind !== 'unresolved';

/** A phrase is right if its value's days hold the gold date, a single day equals it, and a gold end is the value's end. */
const isPhraseRight = (phrase: DatePhrase, times: readonly TimeExpression[]): boolean => {
  const found = times.find(isPlaced);
  if (phrase.type === 'unresolved') return found === undefined;
  if (phrase.date === undefined) return found !== undefined;
  const days = found?.value === null || found === undefined ? undefined : intervalOf(found.value);
  if (days === undefined) return false;
  if (typeof phrase.date_end === 'string')
    return days.from.startsWith(phrase.date) && days.to.startsWith(phrase.date_end);
  const holds = days.from <= `${phrase.date}~` && phrase.date <= days.to;
  return holds;
};

const scorePhrases = async (name: string, phrases: readonly DatePhrase[], engine: Engine): Promise<Table> => {
  const errors: string[] = [];
  let right = 0;
  for (const phrase of phrases) {
    const times = await timesOf(engine, phrase.expr, phrase.anchor);
    if (isPhraseRight(phrase, times)) right += 1;
    else
      errors.push(
        `"${phrase.expr}" on ${phrase.anchor}: ${phrase.date ?? phrase.type}, found ${times.map(show).join('; ') || 'nothing'}`,
      );
  }
  const value = phrases.length === 0 ? 0 : (100 * right) / phrases.length;
  const figure = { id: `time/${name}/right`, label: 'right', value, detail: `${right} of ${phrases.length}` };
  return { task: 'time', title: `Date phrases of news, ${name}: the days that they mean`, figures: [figure], errors };
};

const isTest = (name: string): boolean => /-test\.jsonl$/.test(name);

/** Time expressions as TempEval-3 scores them, and date phrases by the days that they mean. */
export const scoreTimes = async ({ gold, split, errors }: EvalContext, engine: Engine): Promise<Table[]> => {
  const folder = join(gold, 'time');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl') && isTest(name) === (split === 'test'));
  const tables: Table[] = [];
  for (const file of files.sort()) {
    const lines = readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    const rows = lines.map((line): unknown => JSON.parse(line));
    const name = file.replace(/(?:-dev|-test)?\.jsonl$/, '');
    const hasStories = rows.some((row) => typeof row === 'object' && row !== null && 'gold' in row);
    if (hasStories) tables.push(await scoreStories(name, rows as TimeStory[], engine));
    else tables.push(await scorePhrases(name, rows as DatePhrase[], engine));
  }
  return errors ? tables : tables.map((table) => ({ ...table, errors: [] }));
};
