/** Scorers of Readout against gold data, and the floors that its figures may not fall below. */
import type { Engine } from '../src/readout/index.ts';
import { scoreAnchors } from './anchors.ts';
import { scoreCodes } from './codes.ts';
import { scoreCopies } from './copies.ts';
import { scoreEventPlaces } from './event-places.ts';
import { scoreEvents } from './events.ts';
import { scoreFactuality } from './factuality.ts';
import { scoreFormats } from './formats.ts';
import { scoreCoreference } from './gap.ts';
import { scoreLanguage } from './language.ts';
import { scoreLedger } from './ledger.ts';
import { scoreMerging } from './merging.ts';
import { scoreEntities } from './ner.ts';
import { scorePages } from './pages.ts';
import { scorePlaces } from './place.ts';
import { scoreRecognizers } from './recognizers.ts';
import { type EvalContext, type Figure, type Table, toLines } from './report.ts';
import { scoreStatements } from './statements.ts';
import { scoreStories } from './stories.ts';
import { scoreSyntax } from './syntax.ts';
import { scoreTimes } from './time.ts';

export { belowFloor, type Floors, hashGold, raiseFloors, readFloors, writeFloors } from './floors.ts';
export type { Figure, Table } from './report.ts';

/** How `readout eval` is called. */
export interface EvalOptions {
  /** Folder laid out as gold/README.md says. */
  readonly gold: string;
  readonly split: 'dev' | 'test';
  /** One of `taskNames`, or null for all. */
  readonly task: string | null;
  readonly errors: boolean;
  readonly format: 'text' | 'json';
  /** Loads what is measured; asked for once the call is known to be right. */
  readonly engine: () => Promise<Engine>;
  readonly write: (line: string) => void;
}

const TASKS: readonly (readonly [name: string, score: (context: EvalContext, engine: Engine) => Promise<Table[]>])[] = [
  ['pages', scorePages],
  ['formats', scoreFormats],
  ['language', scoreLanguage],
  ['copies', scoreCopies],
  ['stories', scoreStories],
  ['merging', scoreMerging],
  ['anchors', scoreAnchors],
  ['syntax', scoreSyntax],
  ['ner', scoreEntities],
  ['statements', scoreStatements],
  [
    'time',
    async (context, engine) => [...(await scoreTimes(context, engine)), ...(await scoreRecognizers(context, engine))],
  ],
  ['place', scorePlaces],
  ['codes', scoreCodes],
  ['events', scoreEvents],
  ['event-places', scoreEventPlaces],
  ['factuality', scoreFactuality],
  ['ledger', scoreLedger],
  ['coref', scoreCoreference],
];

/** Names of the tasks, in order. */
export const taskNames: readonly string[] = TASKS.map(([name]) => name);

/** Scores what the gold folder holds; tells of each table as soon as it is there. */
export const scoreAll = async (
  context: EvalContext,
  engine: Engine,
  only: string | null,
  tell: (tables: readonly Table[], task: string) => void,
): Promise<Table[]> => {
  const all: Table[] = [];
  for (const [name, score] of TASKS) {
    if (only !== null && only !== name) continue;
    const tables = await score(context, engine);
    tell(tables, name);
    all.push(...tables);
  }
  return all;
};

/** All figures of some tables. */
export const figuresOf = (tables: readonly Table[]): Figure[] => tables.flatMap((table) => [...table.figures]);

/** Runs `readout eval`: prints every table that the gold data can give. Returns whether anything was scored. */
export const runEval = async ({ gold, split, task, errors, format, engine, write }: EvalOptions): Promise<boolean> => {
  if (task !== null && !taskNames.includes(task)) {
    write(`There is no task "${task}". Tasks: ${taskNames.join(', ')}.`);
    return false;
  }
  const tables = await scoreAll({ gold, split, errors }, await engine(), task, (found, name) => {
    if (format === 'json') return;
    if (found.length === 0) write(`\n${name}: skipped, ${gold} holds no gold data for it (${split})`);
    for (const line of found.flatMap(toLines)) write(line);
  });
  if (format === 'json') write(JSON.stringify({ split, tables }, null, 2));
  return tables.length > 0;
};
