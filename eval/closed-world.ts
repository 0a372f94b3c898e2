import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodebookFile, loadCodebook } from '../src/codebook/index.ts';
import { type Engine, type Readout, readDocument } from '../src/readout/index.ts';
import { readActors, readAgents, spaced, toOverlay } from './petrarch.ts';
import { type EvalContext, shareFigure, type Table } from './report.ts';
import { toDocument } from './time.ts';

/** Who did what to whom, in codes. */
export interface Coding {
  readonly source: string;
  readonly type: string;
  readonly target: string;
}

interface GoldCoding {
  readonly source: string;
  readonly target: string;
  readonly plover_current?: string | null;
}

/** A sentence of the closed world with its codings. */
export interface WorldRow {
  readonly set: string;
  readonly id: string;
  readonly category: string;
  readonly evaluate: string;
  readonly date: string;
  readonly text: string;
  readonly events: readonly GoldCoding[];
}

const CATEGORIES = new Set(['DEMO', 'PASSIVE', 'COMPOUND', 'DATE', 'AGENT']);

/** PLOVER drops statements and appeals; a coding without a type is from a scheme of its own. */
const hasType = ({ plover_current: type }: GoldCoding): boolean => type != null && !type.startsWith('(');

const sorted = (code: string): string => code.split(' ').sort().join(' ');

type Found = Pick<Readout, 'actors' | 'events'>;
type Actor = Found['actors'][number];

/**
 * Is an actor the one that a gold code names? The order of sectors does not count. A country as an actor is its government, as
 * the codebook has it: its code with and without GOV is right.
 */
export const isCode = ({ code, kind }: Pick<Actor, 'code' | 'kind'>, gold: string): boolean => {
  const [own, wanted] = [sorted(code ?? ''), sorted(spaced(gold))];
  return own === wanted || (kind === 'country' && own === sorted(`${spaced(gold)} GOV`));
};

const SIDES = 2;

/** Pairs of actors between whom an event is: from each actor to each recipient; between all parties of a meeting or a mutual act. */
const pairsOf = ({ type, actors, recipients }: Found['events'][number]): (readonly [string, string])[] => {
  const straight = actors.flatMap((one) => recipients.map((other) => [one, other] as const));
  const isMutual = type === 'CONSULT' || (recipients.length === 0 && actors.length >= SIDES);
  if (!isMutual) return straight;
  const parties = [...actors, ...recipients];
  return parties.flatMap((one) => parties.filter((other) => other !== one).map((other) => [one, other] as const));
};

const PROMISED: readonly string[] = ['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'];

/** What of a gold coding a readout has: the pair of codes under any type, and the type with it. */
export const found = (gold: Coding, { actors, events }: Found): { readonly pair: boolean; readonly all: boolean } => {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const is = (id: string, code: string): boolean => {
    const actor = byId.get(id);
    return actor !== undefined && isCode(actor, code);
  };
  const between = events.filter((event) =>
    pairsOf(event).some(([source, target]) => is(source, gold.source) && is(target, gold.target)),
  );
  const isType = ({ type, realis }: Found['events'][number]): boolean =>
    type === gold.type || (gold.type === 'AGREE' && realis !== 'actual' && PROMISED.includes(type));
  return { pair: between.length > 0, all: between.some(isType) };
};

const day = (date: string): string => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;

const shipped = new URL('../codebook/', import.meta.url);

const shippedFiles = (): CodebookFile[] =>
  readdirSync(shipped, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, shipped), 'utf8'), layer: 'shipped' }));

/** The engine with the world's actors and agents laid over its codebook. */
const inWorld = (gold: string, engine: Engine): Engine => {
  const read = (name: string): string => readFileSync(join(gold, 'events/up-validate', name), 'utf8');
  const actors = readActors(read('PETR_Validate_actors_2_02.txt'));
  const agents = readAgents(read('PETR_Validate_agents_2_02.txt'));
  const files = [...shippedFiles(), toOverlay(actors, agents, engine.codebook)];
  return { ...engine, codebook: { ...loadCodebook(files), gazetteer: engine.codebook.gazetteer } };
};

const say = ({ actors, events }: Found): string => {
  const codes = new Map(actors.map(({ id, code, name }) => [id, code ?? `?${name}`]));
  const list = (ids: readonly string[]): string => ids.map((id) => codes.get(id)).join('+');
  return events.map((event) => `${list(event.actors)} ${event.type} ${list(event.recipients)}`).join('; ') || 'none';
};

interface Scored {
  readonly category: string;
  readonly coding: Coding;
  readonly pair: boolean;
  readonly all: boolean;
  readonly line: string;
}

const scoreRow = async (row: WorldRow, engine: Engine): Promise<Scored[]> => {
  const { readout } = await readDocument(toDocument(row.text, day(row.date)), engine, { asOf: null });
  return row.events.filter(hasType).map(({ source, target, plover_current: type }) => {
    const coding = { source, type: type ?? '', target };
    const what = `${row.id} ${source} ${type} ${target}`;
    return {
      category: row.category,
      coding,
      ...found(coding, readout),
      line: `${what} got ${say(readout)}: ${row.text}`,
    };
  });
};

/** Full codings of sentences in a world of their own, whose actors are loaded as a codebook. */
export const scoreClosedWorld = async (
  { gold, errors }: EvalContext,
  rows: readonly WorldRow[],
  engine: Engine,
): Promise<Table[]> => {
  const own = rows.filter(
    ({ set, category, evaluate }) => set === 'UP_validate_2_02' && CATEGORIES.has(category) && evaluate === 'true',
  );
  if (own.length === 0 || !existsSync(join(gold, 'events/up-validate'))) return [];
  const world = inWorld(gold, engine);
  const scored: Scored[] = [];
  for (const row of own) scored.push(...(await scoreRow(row, world)));
  const share = (id: string, label: string, among: readonly Scored[], isRight: (each: Scored) => boolean) =>
    shareFigure(`events/world/${id}`, label, among.filter(isRight).length, among.length);
  const categories = [...new Set(scored.map(({ category }) => category))];
  const figures = [
    share('full', 'source, type and target right', scored, ({ all }) => all),
    share('pair', '  source and target right', scored, ({ pair }) => pair),
    ...categories.map((name) =>
      share(
        name.toLowerCase(),
        `  ${name}`,
        scored.filter(({ category }) => category === name),
        ({ all }) => all,
      ),
    ),
  ];
  const wrong = scored.filter(({ all }) => !all).map(({ line, pair }) => `${pair ? 'type' : 'parties'} ${line}`);
  const title = `a world of its own: ${scored.length} codings in ${own.length} sentences`;
  return [{ task: 'events', title, figures, errors: errors ? wrong : [] }];
};
