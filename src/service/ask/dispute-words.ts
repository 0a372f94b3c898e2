import type { Kysely } from 'kysely';
import { type RecordRef, type Side, speaksTo } from '../../ledger/index.ts';
import type { Tables } from '../../store/index.ts';
import type { AsOf } from './moment.ts';
import { findNode, findNodes } from './nodes.ts';
import { listEvents, listStatements, type RecordItem, recordsByRef, type StatementItem } from './records.ts';

/** Something that a side of a dispute said, and why it belongs there. */
export interface Wording {
  /**
   * `told`: a telling of the disputed statement or event; `asserts`: the statement that a telling rests on; `same speaker`: another
   * statement about it, in the same situation, by one who speaks for this side.
   */
  readonly reason: 'told' | 'asserts' | 'same speaker';
  readonly item: RecordItem;
}

/** What each side of a dispute said of it, the oldest first. */
export interface DisputeWords {
  readonly claim: readonly Wording[];
  readonly counter: readonly Wording[];
}

const TOLD = 200;
const LOOKED_AT = 400;

const keyOf = ({ kind, report, id }: RecordItem): string => `${kind} ${report.id} ${id}`;

const tellingsOf = async (database: Kysely<Tables>, { kind, node }: Side, asOf: AsOf): Promise<readonly RecordItem[]> =>
  (kind === 'event'
    ? await listEvents(database, { node }, { limit: TOLD }, asOf)
    : await listStatements(database, { node }, { limit: TOLD }, asOf)
  ).items;

/** The statements that events rest on. */
const assertions = (told: readonly RecordItem[]): readonly RecordRef[] =>
  told.flatMap((item) =>
    item.kind === 'event' ? item.record.assertedBy.map((record) => ({ document: item.report.id, record })) : [],
  );

/** The nodes of a side once each. */
const nodesOf = (sides: readonly Side[]): readonly Side[] => [
  ...new Map(sides.map((side) => [`${side.kind} ${side.node}`, side])).values(),
];

interface Told {
  readonly wordings: readonly Wording[];
  /** The telling words of its nodes. */
  readonly terms: readonly string[];
}

const toldBy = async (database: Kysely<Tables>, sides: readonly Side[], asOf: AsOf): Promise<Told> => {
  const nodes = nodesOf(sides);
  const told = (await Promise.all(nodes.map((side) => tellingsOf(database, side, asOf)))).flat();
  const asserting = await recordsByRef(database, assertions(told), asOf);
  const ids = (kind: Side['kind']) => nodes.filter((side) => side.kind === kind).map(({ node }) => node);
  const statements = await findNodes(database, 'statement', ids('statement'), asOf);
  const events = await findNodes(database, 'event', ids('event'), asOf);
  return {
    wordings: [
      ...told.map((item) => ({ reason: 'told' as const, item })),
      ...asserting.filter(({ review }) => review !== 'rejected').map((item) => ({ reason: 'asserts' as const, item })),
    ],
    terms: [...statements.values(), ...events.values()].flatMap(({ summary }) => summary.terms),
  };
};

const isStatement = (item: RecordItem): item is StatementItem => item.kind === 'statement';

/** Other statements by the speakers of a side, in its situations, about what is disputed. */
const alsoSaid = async (
  database: Kysely<Tables>,
  wordings: readonly Wording[],
  terms: readonly string[],
  asOf: AsOf,
): Promise<readonly Wording[]> => {
  const items = wordings.map(({ item }) => item);
  const actor = [...new Set(items.filter(isStatement).flatMap(({ speakers }) => speakers.map(({ id }) => id)))];
  const situations = [...new Set(items.flatMap(({ situation }) => situation ?? []))];
  if (actor.length === 0) return [];
  const pages = await Promise.all(
    situations.map((situation) => listStatements(database, { actor, situation }, { limit: LOOKED_AT }, asOf)),
  );
  const found = pages.flatMap((page) => page.items);
  const nodes = await findNodes(database, 'statement', [...new Set(found.map(({ node }) => node))], asOf);
  return found
    .filter(({ node }) => {
      const summary = nodes.get(node)?.summary;
      return summary !== undefined && speaksTo(summary, terms);
    })
    .map((item) => ({ reason: 'same speaker' as const, item }));
};

/** Each record once, by its first reason; the oldest first. */
const inOrder = (wordings: readonly Wording[]): readonly Wording[] => {
  const kept = new Map<string, Wording>();
  for (const wording of wordings) if (!kept.has(keyOf(wording.item))) kept.set(keyOf(wording.item), wording);
  return [...kept.values()].sort(
    (a, b) => a.item.at.localeCompare(b.item.at) || keyOf(a.item).localeCompare(keyOf(b.item)),
  );
};

/** What each side of a dispute said of it; null where there is no such dispute. What stands on one side is not on the other. */
export const wordsOfDispute = async (
  database: Kysely<Tables>,
  id: string,
  asOf: AsOf,
): Promise<DisputeWords | null> => {
  const node = await findNode(database, 'dispute', id, asOf);
  if (node === null) return null;
  const claim = await toldBy(database, [node.summary.claim], asOf);
  const counter = await toldBy(database, node.summary.counters, asOf);
  const terms = [...new Set([...claim.terms, ...counter.terms])];
  const own = { claim: claim.wordings, counter: counter.wordings };
  const without = (wordings: readonly Wording[], others: readonly Wording[]) => {
    const taken = new Set(others.map(({ item }) => keyOf(item)));
    return wordings.filter(({ item }) => !taken.has(keyOf(item)));
  };
  const claimed = without(await alsoSaid(database, own.claim, terms, asOf), own.counter);
  const countered = without(await alsoSaid(database, own.counter, terms, asOf), own.claim);
  return {
    claim: inOrder([...own.claim, ...claimed]),
    counter: inOrder([...own.counter, ...without(countered, claimed)]),
  };
};
