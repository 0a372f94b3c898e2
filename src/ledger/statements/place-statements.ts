import type { Actor, Readout, Statement } from '../../readout/index.ts';
import type { ActorsInLedger } from '../actors/place-actors.ts';
import type { LedgerNode, Lookup, StatementSummary } from '../node.ts';
import type { Report } from '../report.ts';
import type { RuledBy } from '../rulings.ts';
import { openShelf, type Shelf } from '../shelf.ts';
import { sidesOf } from '../sides.ts';
import { runsOf, tellingWords } from '../words/overlap.ts';
import { counterKeys, sameKeys, statementFold } from './fold-statement.ts';
import { matchStatement } from './match-statement.ts';

const TERMS = 24;
const RUNS = 200;
const EACH_KEY = 32;
const COMPARED = 64;
/** Days around a statement in which its speaker may be reported to have said it. */
const REACH = 3;

const NOT = /\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot)\b|n[’']t\b/i;

/** The actors that stand in what is said, who does not say it. */
const inContent = (actors: readonly Actor[], { content, speakers }: Statement): readonly string[] =>
  actors
    .filter(
      ({ id, mentions }) =>
        !speakers.includes(id) &&
        mentions.some((mention) => content.some((span) => span.start <= mention.start && mention.end <= span.end)),
    )
    .map(({ id }) => id);

/** Whom words between the cue and the content name: "accused | Russia | of …". */
const addressed = (actors: readonly Actor[], { cue, content, speakers, act }: Statement): readonly string[] => {
  const from = cue.end;
  const to = content[0]?.start ?? 0;
  if (act !== 'accuse' || to <= from || to - from > 60) return [];
  return actors
    .filter(
      ({ id, mentions }) => !speakers.includes(id) && mentions.some(({ start, end }) => from <= start && end <= to),
    )
    .map(({ id }) => id);
};

/** The actors of a report that one of its statements is about: whom it names, and whom it accuses. */
export const aboutOf = ({ actors }: Readout, statement: Statement): readonly string[] => [
  ...addressed(actors, statement),
  ...inContent(actors, statement),
];

const summaryOf = (report: Report, statement: Statement, { nodeOf, summary }: ActorsInLedger): StatementSummary => {
  const content = statement.content.map(({ text }) => text).join(' ');
  const about = aboutOf(report.arrival.readout, statement);
  const telling = report.telling(statement.id);
  const nodes = (ids: readonly string[]) => ids.flatMap((id) => nodeOf.get(id) ?? []);
  return {
    speakers: nodes(statement.speakers),
    act: statement.act,
    shingles: runsOf(content).slice(0, RUNS),
    terms: tellingWords(content, TERMS),
    about: nodes(about),
    isNegated: NOT.test(content),
    isUnnamed: nodes(statement.speakers).every((node) => summary(node)?.isNamed !== true),
    sides: { by: sidesOf(report, statement.speakers, nodeOf), about: sidesOf(report, about, nodeOf) },
    span: { first: report.day, last: report.day },
    first: telling,
    tellings: [telling],
    counts: { reports: 1, publishers: telling.publisher === null ? 0 : 1, origins: 1 },
  };
};

/** One that stands inside another, or shares words with it, is another statement: "he said | he knew | that …". */
const overlaps = (one: Statement, other: Statement): boolean =>
  one.content.some((a) => other.content.some((b) => a.start < b.end && b.start < a.end));

const bestOf = (summary: StatementSummary, candidates: readonly LedgerNode<'statement'>[]) =>
  candidates
    .flatMap((node) => {
      const match = matchStatement(summary, node.summary);
      return match === null ? [] : [{ node, ...match }];
    })
    .sort((a, b) => b.score - a.score || (a.node.id < b.node.id ? -1 : 1))[0];

/** Finds the nodes of the statements of a report: what was said before, in the same words or much the same, is one statement. */
export const placeStatements = async (
  report: Report,
  actors: ActorsInLedger,
  lookup: Lookup,
  ruled: RuledBy,
): Promise<{ readonly shelf: Shelf<'statement'>; readonly nodeOf: ReadonlyMap<string, string> }> => {
  const incoming = report.arrival.readout.statements.map((statement) => ({
    statement,
    summary: summaryOf(report, statement, actors),
  }));
  const keys = incoming.flatMap(({ summary }) => [...sameKeys(summary, REACH), ...counterKeys(summary)]);
  const shelf = await openShelf(statementFold, [...keys, ...ruled.nodes('statement')], lookup, EACH_KEY);
  const nodes = new Map<string, string>();
  const inside = new Map<string, Statement[]>();
  for (const { statement, summary } of incoming) {
    const ref = { document: report.id, record: statement.id };
    const { onto: wanted, barred } = ruled.about(shelf, ref);
    const candidates = shelf
      .withKeys(sameKeys(summary, REACH), COMPARED)
      .filter(({ id }) => !barred.has(id) && !(inside.get(id) ?? []).some((known) => overlaps(known, statement)));
    const best = wanted === undefined ? bestOf(summary, candidates) : { node: wanted, reason: 'ruled' };
    const node = shelf.add(ref, summary, best?.node ?? null, best?.reason ?? 'first telling');
    nodes.set(statement.id, node.id);
    inside.set(node.id, [...(inside.get(node.id) ?? []), statement]);
    ruled.placed('statement', ref, node.id);
  }
  return { shelf, nodeOf: nodes };
};
