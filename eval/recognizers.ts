import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intervalOf, type TimeExpression } from '../src/extraction/index.ts';
import type { Engine } from '../src/readout/index.ts';
import { type EvalContext, type Figure, shareFigure, type Table } from './report.ts';
import { timesOf } from './time.ts';

/** One reading of an expression: a date in doubt has two, before and after the day of reference. */
interface Resolution {
  readonly timex?: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
}

interface SpecResult {
  readonly Text: string;
  readonly Start: number;
  readonly End: number;
  readonly TypeName?: string;
  readonly Resolution?: { readonly values?: readonly Resolution[] };
}

/** A sentence of the specification with the times that it holds. */
interface Spec {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime?: string };
  readonly Results: readonly SpecResult[];
}

const CLASSES = ['date', 'daterange', 'time', 'timerange', 'datetime', 'datetimerange', 'duration', 'set'] as const;

type SpecClass = (typeof CLASSES)[number];

const classOf = ({ TypeName }: SpecResult): SpecClass | undefined =>
  CLASSES.find((name) => TypeName === `datetimeV2.${name}`);

/** A clock time to the minute, without zone: T8, T08:00:31 and T08:00Z → T08:00. */
const toMinutes = (value: string): string =>
  value.replace(/T(\d\d)(?::?(\d\d))?(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?/g, (_, hour: string, minute?: string) => {
    return `T${hour}:${minute ?? '00'}`;
  });

const MINUTES: Readonly<Record<string, number>> = {
  S: 1 / 60,
  TM: 1,
  H: 60,
  D: 1440,
  W: 10_080,
  M: 43_200,
  Y: 525_600,
};

/** The length of an ISO 8601 duration in minutes, months and years as the specification counts them; undefined for open ones. */
const lengthOf = (value: string): number | undefined => {
  const match = /^P(?=.)((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])+))?$/.exec(value);
  if (match === null) return undefined;
  const parts = [match[1] ?? '', (match[2] ?? '').replaceAll('M', 'TM')].join('').matchAll(/([\d.]+)(TM|[YMWDHS])/g);
  return [...parts].reduce((sum, [, amount, unit]) => sum + Number(amount) * (MINUTES[unit ?? ''] ?? 0), 0);
};

const DAY = 86_400_000;

const dayBefore = (date: string): string => new Date(Date.parse(date) - DAY).toISOString().slice(0, 10);

/** Are the days of a value those of a range whose end is left out? "2014 to 2018" may end with the beginning of 2018. */
const coversDays = (value: string, { start, end }: Resolution): boolean => {
  const days = intervalOf(value);
  const isDate = (text: string | undefined): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');
  if (days === undefined || days.from !== start || !isDate(end)) return false;
  const last = value.includes('/') ? intervalOf(value.slice(value.indexOf('/') + 1)) : undefined;
  return days.to === dayBefore(end) || last?.from === end;
};

/** "(T17,T18,PT1H)" → T17:00/T18:00. */
const toPair = (timex: string): string => toMinutes(timex.replace(/^\(([^,]+),([^,]+),.*\)$/, '$1/$2'));

const clockOnly = (value: string): string => value.replace(/[^/]*(?=T)/g, '');

const isSame = (kind: SpecClass, found: string, resolution: Resolution): boolean => {
  const timex = toPair(resolution.timex ?? '');
  const value = toMinutes(found);
  if (value === timex) return true;
  if (kind === 'set') return value.replace(/^XXXX-XX-XX/, '') === timex;
  if (kind === 'date') return value === resolution.value;
  if (kind === 'time' || kind === 'timerange') return clockOnly(value) === timex;
  if (kind === 'datetime') return value === toMinutes((resolution.value ?? '').replace(' ', 'T'));
  if (kind === 'datetimerange') {
    const { start = '', end = '' } = resolution;
    return value === toMinutes(`${start}/${end}`.replaceAll(' ', 'T'));
  }
  if (kind === 'daterange') return coversDays(value, resolution);
  const length = kind === 'duration' ? lengthOf(value) : undefined;
  return length !== undefined && length === lengthOf(resolution.timex ?? '');
};

const overlap = ({ span }: TimeExpression, { Start, End }: SpecResult): number =>
  Math.min(span.end, End + 1) - Math.max(span.start, Start);

/** The time found that has most words in common with an expected one. */
const nearest = (times: readonly TimeExpression[], result: SpecResult): TimeExpression | undefined =>
  times
    .filter((time) => overlap(time, result) > 0)
    .sort((one, other) => overlap(other, result) - overlap(one, result))[0];

interface Scores {
  readonly right: Map<SpecClass, number>;
  readonly all: Map<SpecClass, number>;
  silent: number;
  empty: number;
  readonly errors: string[];
}

const add = (counts: Map<SpecClass, number>, kind: SpecClass): void => {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
};

const scoreSpec = ({ right, all, errors }: Scores, spec: Spec, times: readonly TimeExpression[]): void => {
  for (const result of spec.Results) {
    const kind = classOf(result);
    if (kind === undefined) continue;
    add(all, kind);
    const found = nearest(times, result);
    const expected = result.Resolution?.values ?? [];
    const value = found?.value ?? null;
    if (value !== null && expected.some((resolution) => isSame(kind, value, resolution))) add(right, kind);
    else
      errors.push(
        `${kind}: "${result.Text}" in "${spec.Input}" (${spec.Context?.ReferenceDateTime}): ${expected
          .map(({ timex }) => timex)
          .join(' | ')}, found ${found === undefined ? 'nothing' : `"${found.span.text}" ${found.value}`}`,
      );
  }
};

/** Sentences of the specification without any time must yield none. */
const scoreSilence = (scores: Scores, spec: Spec, times: readonly TimeExpression[]): void => {
  if (spec.Results.length > 0) return;
  scores.empty += 1;
  if (times.length === 0) scores.silent += 1;
  else scores.errors.push(`nothing: "${spec.Input}", found ${times.map(({ span }) => `"${span.text}"`).join(', ')}`);
};

const toFigures = ({ right, all, silent, empty }: Scores): Figure[] => {
  const id = 'time/recognizers';
  const sum = (counts: Map<SpecClass, number>): number => [...counts.values()].reduce((total, each) => total + each, 0);
  return [
    shareFigure(`${id}/right`, 'right', sum(right), sum(all)),
    ...CLASSES.map((kind) => shareFigure(`${id}/${kind}`, `  ${kind}`, right.get(kind) ?? 0, all.get(kind) ?? 0)),
    shareFigure(`${id}/silent`, 'silent where there is no time', silent, empty),
  ];
};

/** Phrases that people say to an assistant (the specification of Microsoft's recognizers): share of right values by class. */
export const scoreRecognizers = async ({ gold, split, errors }: EvalContext, engine: Engine): Promise<Table[]> => {
  const file = join(gold, 'time', 'ms-recognizers', 'English', 'DateTimeModel.json');
  if (split === 'test' || !existsSync(file)) return [];
  const specs: readonly Spec[] = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  const scores: Scores = { right: new Map(), all: new Map(), silent: 0, empty: 0, errors: [] };
  for (const spec of specs) {
    const today = spec.Context?.ReferenceDateTime?.slice(0, 10) ?? null;
    const times = await timesOf(engine, spec.Input, today);
    scoreSpec(scores, spec, times);
    scoreSilence(scores, spec, times);
  }
  const title = `Phrases said to an assistant: ${specs.length} sentences`;
  return [{ task: 'time', title, figures: toFigures(scores), errors: errors ? scores.errors : [] }];
};
