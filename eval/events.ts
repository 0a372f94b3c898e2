import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, type Readout, readDocument } from '../src/readout/index.ts';
import type { Span } from '../src/text/index.ts';
import { scoreClosedWorld, type WorldRow } from './closed-world.ts';
import { type EvalContext, type Figure, shareFigure, type Table } from './report.ts';
import { toDocument } from './time.ts';

/** A sentence of the file of event sentences. */
export interface EventRow {
  readonly set: string;
  readonly id: string;
  readonly text: string;
  readonly expect: string;
  readonly markup?: string;
  readonly events: readonly { readonly plover_root?: string }[];
}

/** A sentence with the class of its event, and who does it to whom. */
export interface ClassedSentence {
  readonly id: string;
  readonly text: string;
  readonly gold: string;
  readonly source: Span;
  readonly target: Span;
}

const TAGS = /<\/?[st]>/g;

const spanOf = (markup: string, tag: 's' | 't'): Span => {
  const plain = (until: number): number => markup.slice(0, until).replace(TAGS, '').length;
  return { start: plain(markup.indexOf(`<${tag}>`)), end: plain(markup.indexOf(`</${tag}>`)) };
};

/** The sentences whose event has a PLOVER class, with their parties where the markup has them. */
export const toClassed = ({ id, markup, events: [event] }: EventRow): ClassedSentence[] =>
  markup === undefined || event?.plover_root === undefined
    ? []
    : [
        {
          id,
          text: markup.replace(TAGS, ''),
          gold: event.plover_root,
          source: spanOf(markup, 's'),
          target: spanOf(markup, 't'),
        },
      ];

/** What is promised of these is, to the gold, the promise: AGREE. */
const PROMISED: readonly string[] = ['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'];

/** The class of an event as the gold names it: CONCEDE and RETREAT are one. */
const classOf = (type: string): string => (type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type);

type Found = Pick<Readout, 'actors' | 'events'>;

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * The class that a readout gives a sentence: the gold class where an event of it has the gold parties, else that of the first
 * event with those parties, else of the first event, else null.
 */
export const answerOf = ({ gold, source, target }: ClassedSentence, { actors, events }: Found): string | null => {
  const mentions = new Map(actors.map((actor) => [actor.id, actor.mentions]));
  const touches = (ids: readonly string[], span: Span): boolean =>
    ids.some((id) => mentions.get(id)?.some((mention) => overlaps(mention, span)) === true);
  const told = events.filter(({ type }) => type !== 'OCCASION');
  const between = told.filter(
    (event) => touches(event.actors, source) && touches([...event.actors, ...event.recipients], target),
  );
  const right = between.some(
    ({ type, realis }) =>
      classOf(type) === gold || (gold === 'AGREE' && realis !== 'actual' && PROMISED.includes(type)),
  );
  if (right) return gold;
  const [first] = between.length > 0 ? between : told;
  return first === undefined ? null : classOf(first.type);
};

/** A sentence's class and the class that was found. */
export interface Answer {
  readonly gold: string;
  readonly found: string | null;
}

/** F1 averaged over the gold classes, in per cent. */
export const macroF1 = (answers: readonly Answer[]): number => {
  const classes = [...new Set(answers.map(({ gold }) => gold))];
  const scores = classes.map((each) => {
    const right = answers.filter(({ gold, found }) => gold === each && found === each).length;
    const all = answers.filter(({ gold }) => gold === each).length + answers.filter((it) => it.found === each).length;
    return (200 * right) / all;
  });
  return classes.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / classes.length;
};

const SLICES: readonly (readonly [id: string, label: string, words: RegExp])[] = [
  ['future', '  with will, would or plan', /\b(?:will|would|plan(?:s|ned|ning)?)\b|['’]ll\b/i],
  ['negation', '  with a negation', /\b(?:not|no|never|nor|neither|cannot)\b|n['’]t\b/i],
];

interface Scored extends Answer {
  readonly text: string;
}

const isRight = ({ gold, found }: Answer): boolean => gold === found;

const classFigures = (scored: readonly Scored[]): Figure[] => {
  const share = (id: string, label: string, among: readonly Scored[]): Figure =>
    shareFigure(`events/plover/${id}`, label, among.filter(isRight).length, among.length);
  const perClass = [...new Set(scored.map(({ gold }) => gold))].sort();
  return [
    share('accuracy', 'class and parties right', scored),
    { id: 'events/plover/macro', label: '  macro F1', value: macroF1(scored), detail: `(${perClass.length} classes)` },
    ...SLICES.map(([id, label, words]) =>
      share(
        id,
        label,
        scored.filter(({ text }) => words.test(text)),
      ),
    ),
    ...perClass.map((each) =>
      share(
        each.toLowerCase(),
        `    ${each}`,
        scored.filter(({ gold }) => gold === each),
      ),
    ),
  ];
};

const read = async (engine: Engine, text: string): Promise<Found> =>
  (await readDocument(toDocument(text, ''), engine, { asOf: null })).readout;

const scoreClasses = async (rows: readonly EventRow[], engine: Engine, wanted: boolean): Promise<Table[]> => {
  const errors: string[] = [];
  const scored: Scored[] = [];
  for (const sentence of rows.flatMap(toClassed)) {
    const found = await read(engine, sentence.text);
    const answer: Scored = { gold: sentence.gold, found: answerOf(sentence, found), text: sentence.text };
    scored.push(answer);
    if (!isRight(answer)) errors.push(`${sentence.id} ${answer.gold} got ${answer.found ?? 'none'}: ${sentence.text}`);
  }
  if (scored.length === 0) return [];
  const title = `PLOVER: ${scored.length} sentences with one class, source and target each`;
  return [{ task: 'events', title, figures: classFigures(scored), errors: wanted ? errors : [] }];
};

const scoreSilent = async (rows: readonly EventRow[], engine: Engine, wanted: boolean): Promise<Table[]> => {
  const errors: string[] = [];
  const texts = [...new Set(rows.filter(({ expect }) => expect === 'none').map(({ text }) => text))];
  for (const text of texts) {
    const { events } = await read(engine, text);
    if (events.length > 0) errors.push(`${events.map(({ type, trigger }) => `${type} ${trigger.text}`)}: ${text}`);
  }
  if (texts.length === 0) return [];
  const figure = shareFigure('events/silent', 'nothing found', texts.length - errors.length, texts.length);
  const title = `${texts.length} sentences that hold no event`;
  return [{ task: 'events', title, figures: [figure], errors: wanted ? errors : [] }];
};

/** Classes of events with their parties, and sentences that hold none. */
export const scoreEvents = async (context: EvalContext, engine: Engine): Promise<Table[]> => {
  const { gold, split, errors } = context;
  const path = join(gold, 'events', `events-${split}.jsonl`);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const rows = lines.map((line) => JSON.parse(line) as EventRow & WorldRow);
  return [
    ...(await scoreClasses(rows, engine, errors)),
    ...(await scoreSilent(rows, engine, errors)),
    ...(await scoreClosedWorld(context, rows, engine)),
  ];
};
