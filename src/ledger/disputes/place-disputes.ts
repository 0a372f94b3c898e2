import type { Dispute } from '../../readout/index.ts';
import type { PlacedEvents } from '../events/place-events.ts';
import type { DisputeSummary, LedgerNode, Lookup, RecordRef, Side, Telling } from '../node.ts';
import type { Report } from '../report.ts';
import type { RuledBy } from '../rulings.ts';
import { openShelf, type Shelf } from '../shelf.ts';
import { isBefore } from '../tellings.ts';
import { type Answer, answersOf } from './answers.ts';
import { disputeFold } from './fold-dispute.ts';

/** What disputes are between: the statements and events of the report in the ledger, and its actors. */
export interface Records {
  readonly statements: { readonly shelf: Shelf<'statement'>; readonly nodeOf: ReadonlyMap<string, string> };
  readonly events: PlacedEvents;
  readonly actors: ReadonlyMap<string, string>;
}

const ofStatement = ({ id, summary }: LedgerNode<'statement'>, telling: Telling): Side => ({
  ...telling,
  kind: 'statement',
  node: id,
  who: summary.speakers,
  what: summary.act,
});

const ofEvent = ({ id, summary }: LedgerNode<'event'>, telling: Telling): Side => ({
  ...telling,
  kind: 'event',
  node: id,
  who: summary.actors,
  what: summary.type,
});

const sideIn = (report: Report, record: string, { statements, events }: Records): Side => {
  const telling = report.telling(record);
  const event = events.shelf.get(events.nodeOf.get(record) ?? '');
  if (event !== undefined) return ofEvent(event, telling);
  const node = statements.nodeOf.get(record) ?? record;
  const statement = statements.shelf.get(node);
  if (statement !== undefined) return ofStatement(statement, telling);
  return { ...telling, kind: 'statement', node, who: [], what: '' };
};

const summaryOf = (report: Report, { claim, counter, kind, parties }: Dispute, records: Records): DisputeSummary => ({
  kind,
  claim: sideIn(report, claim, records),
  counters: [sideIn(report, counter, records)],
  parties: parties.flatMap((id) => records.actors.get(id) ?? []),
});

/** The dispute about a claim that the ledger has, or one in which the same two sides stand. */
const known = (shelf: Shelf<'dispute'>, { claim, counters }: DisputeSummary): LedgerNode<'dispute'> | null =>
  shelf.withKeys([`claim/${claim.node}`])[0] ??
  shelf
    .withKeys([`claim/${counters[0]?.node}`])
    .find(({ summary }) => summary.counters.some(({ node }) => node === claim.node)) ??
  null;

const acrossReports = ({ claim, denial }: Answer): DisputeSummary => ({
  kind: 'denies',
  claim: ofStatement(claim, claim.summary.first),
  counters: [ofStatement(denial, denial.summary.first)],
  parties: [...new Set([...denial.summary.speakers, ...claim.summary.speakers])],
});

/** Of two tellings that clash, the earlier is the claim. */
const clash = (events: PlacedEvents): readonly DisputeSummary[] =>
  events.contradictions.flatMap(({ event, against }) => {
    const [one, other] = [events.shelf.get(event), events.shelf.get(against)];
    const [mine, theirs] = [one?.summary.tellings.at(-1), other?.summary.tellings[0]];
    if (one === undefined || other === undefined || mine === undefined || theirs === undefined || one.id === other.id)
      return [];
    if (mine.document === theirs.document || (mine.publisher !== null && mine.publisher === theirs.publisher))
      return [];
    const [a, b] = [ofEvent(one, mine), ofEvent(other, theirs)];
    const [claim, counter] = isBefore(mine.published, theirs.published) ? [a, b] : [b, a];
    const parties = [...new Set([...one.summary.actors, ...other.summary.actors])];
    return [{ kind: 'contradicts' as const, claim, counters: [counter], parties }];
  });

/** Puts the disputes of a report into the ledger, and finds those that it opens with what other reports said. */
export const placeDisputes = async (
  report: Report,
  records: Records,
  lookup: Lookup,
  ruled: RuledBy,
): Promise<Shelf<'dispute'>> => {
  const within = report.arrival.readout.disputes.map((dispute) => ({
    dispute,
    summary: summaryOf(report, dispute, records),
  }));
  const nodes = [...new Set(records.statements.nodeOf.values())].flatMap(
    (id) => records.statements.shelf.get(id) ?? [],
  );
  const across = [
    ...nodes.flatMap((node) => answersOf(node, records.statements.shelf)).map(acrossReports),
    ...clash(records.events),
  ];
  const sides = [...within.map(({ summary }) => summary), ...across].flatMap(({ claim, counters }) => [
    claim,
    ...counters,
  ]);
  const keys = [
    ...new Set([...sides.flatMap(({ node }) => [`claim/${node}`, `counter/${node}`]), ...ruled.nodes('dispute')]),
  ];
  const shelf = await openShelf(disputeFold, keys, lookup);
  for (const { dispute, summary } of within) {
    const ref = { document: report.id, record: dispute.id };
    const { onto: wanted, barred } = ruled.about(shelf, ref);
    const found = known(shelf, summary);
    const onto = wanted ?? (found !== null && barred.has(found.id) ? null : found);
    const reason = wanted !== undefined ? 'ruled' : onto === null ? 'first telling' : 'the same claim';
    ruled.placed('dispute', ref, shelf.add(ref, summary, onto, reason).id);
  }
  for (const summary of across) addAcross(shelf, summary);
  return shelf;
};

/** A dispute that no report states by itself: it has no record, and is known by the record that opens it. */
const addAcross = (shelf: Shelf<'dispute'>, summary: DisputeSummary): void => {
  const [counter] = summary.counters;
  if (counter === undefined) return;
  const found = known(shelf, summary);
  if (found?.summary.counters.some(({ node }) => node === counter.node) === true) return;
  if (found !== null && found.summary.claim.node !== summary.claim.node) return;
  const ref: RecordRef = { document: counter.document, record: `${counter.record}|${summary.claim.record}` };
  shelf.derive(ref, summary, found);
};
