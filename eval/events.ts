import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../src/readout/index.ts';
import { scoreClosedWorld, type WorldRow } from './closed-world.ts';
import { type Answer, answerOf, type EventRow, isPaired, macroF1, toClassed } from './event-class.ts';
import { type Read, toReader } from './event-reader.ts';
import { scoreSpans } from './event-spans.ts';
import { type EvalContext, type Figure, shareFigure, type Table } from './report.ts';
import { scoreSilence } from './silence.ts';

const SLICES: readonly (readonly [id: string, label: string, words: RegExp])[] = [
  ['future', '  with will, would or plan', /\b(?:will|would|plan(?:s|ned|ning)?)\b|['’]ll\b/i],
  ['negation', '  with a negation', /\b(?:not|no|never|nor|neither|cannot)\b|n['’]t\b/i],
];

interface Scored extends Answer {
  readonly text: string;
  /** Do the parties overlap the gold ones too? */
  readonly paired: boolean;
}

const isRight = ({ gold, found }: Answer): boolean => gold === found;

const classFigures = (scored: readonly Scored[]): Figure[] => {
  const share = (id: string, label: string, among: readonly Scored[]): Figure =>
    shareFigure(`events/plover/${id}`, label, among.filter(isRight).length, among.length);
  const withParties = (id: string, label: string, among: readonly Scored[]): Figure =>
    shareFigure(`events/plover/${id}`, label, among.filter(({ paired }) => paired).length, among.length);
  const slices = SLICES.map(([id, label, words]) => ({
    id,
    label,
    own: scored.filter(({ text }) => words.test(text)),
  }));
  const perClass = [...new Set(scored.map(({ gold }) => gold))].sort();
  return [
    share('accuracy', 'class right, of the event between the parties or of the first', scored),
    { id: 'events/plover/macro', label: '  macro F1', value: macroF1(scored), detail: `(${perClass.length} classes)` },
    ...slices.map(({ id, label, own }) => share(id, label, own)),
    withParties('paired', 'class right, source and target overlapped', scored),
    ...slices.map(({ id, label, own }) => withParties(`paired/${id}`, label, own)),
    ...perClass.map((each) =>
      share(
        each.toLowerCase(),
        `    ${each}`,
        scored.filter(({ gold }) => gold === each),
      ),
    ),
  ];
};

const scoreClasses = async (rows: readonly EventRow[], read: Read, wanted: boolean): Promise<Table[]> => {
  const errors: string[] = [];
  const scored: Scored[] = [];
  for (const sentence of rows.flatMap(toClassed)) {
    const found = await read(sentence.text);
    const paired = isPaired(sentence, found);
    const answer: Scored = { gold: sentence.gold, found: answerOf(sentence, found), text: sentence.text, paired };
    scored.push(answer);
    if (!isRight(answer)) errors.push(`${sentence.id} ${answer.gold} got ${answer.found ?? 'none'}: ${sentence.text}`);
  }
  if (scored.length === 0) return [];
  const title = `PLOVER: ${scored.length} sentences with one class, source and target each`;
  return [{ task: 'events', title, figures: classFigures(scored), errors: wanted ? errors : [] }];
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
  const read = toReader(engine);
  return [
    ...(await scoreClasses(rows, read, errors)),
    ...(await scoreSpans(rows, read, errors)),
    ...(await scoreSilence(rows, read, errors)),
    ...(await scoreClosedWorld(context, rows, engine)),
  ];
};
