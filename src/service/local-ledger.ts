import { randomUUID } from 'node:crypto';
import type { NodeKind, RecordRef } from '../ledger/index.ts';
import type { EngineInfo, Readout } from '../readout/index.ts';
import { type Entry, expectStorable, type NewEntry, type Store } from '../store/index.ts';
import { type Document, documentId, ReadoutError } from '../text/index.ts';
import { type CountedBy, countByTime, countDyads, totals } from './ask/counts.ts';
import type { PageRequest } from './ask/cursor.ts';
import { diff } from './ask/diff.ts';
import { diffEngines } from './ask/diff-engines.ts';
import { wordsOfDispute } from './ask/dispute-words.ts';
import { engineOf } from './ask/engine-of.ts';
import { listFailures } from './ask/failures.ts';
import type { Filter } from './ask/filter.ts';
import { lastEntry, listHappenings } from './ask/happenings.ts';
import { listCorrections, versionsOf } from './ask/history.ts';
import { countLanes } from './ask/lanes.ts';
import { entryAt, isMoment } from './ask/moment.ts';
import { countLinks, type LinkKind } from './ask/network.ts';
import { newsAfter } from './ask/news.ts';
import { findNode, listNodes, membersOf, type NodeFilter } from './ask/nodes.ts';
import { countPlaces } from './ask/places.ts';
import { listEvents, listStatements, recordsByRef } from './ask/records.ts';
import { findReport, listReports } from './ask/reports.ts';
import { listSettings } from './ask/settings.ts';
import { spanOf } from './ask/span.ts';
import { actorTellings } from './ask/tellings.ts';
import { checkChange } from './check-change.ts';
import { engineName } from './entries/add-report.ts';
import { plausible } from './entries/check-entry.ts';
import type { CorrectEntry, UndoEntry } from './entries/entry.ts';
import { reportIn } from './entries/report-in.ts';
import type { Added, Decision, Failure, Happened, Ledger, Query } from './ledger.ts';
import { reportId } from './report-id.ts';
import type { DoubtFilter } from './review/doubtful.ts';
import { reviewProgress } from './review/progress.ts';
import { reviewQueue } from './review/queue.ts';

/** A ledger whose store is open in this process. */
export class LocalLedger implements Ledger {
  readonly store: Store;
  readonly #listeners = new Set<(happened: Happened) => void>();

  constructor(store: Store) {
    this.store = store;
  }

  async #commit(entries: readonly NewEntry[]): Promise<readonly Entry[]> {
    const taken = await this.store.commit(entries);
    for (const entry of taken) {
      const happened = { seq: entry.seq, at: entry.at, kind: entry.kind, document: reportIn(entry) };
      for (const heard of this.#listeners) heard(happened);
    }
    return taken;
  }

  async #asOf(moment: string | null | undefined): Promise<number | null> {
    return moment === null || moment === undefined ? null : entryAt(this.store.database, moment);
  }

  async has(readout: Readout): Promise<boolean> {
    return (await engineOf(this.store.database, reportId(readout))) === engineName(readout);
  }

  async knows(document: Document, engine: EngineInfo): Promise<boolean> {
    const id = reportId({ document: { ...document, id: documentId(document.text) } });
    return (await engineOf(this.store.database, id)) === engineName({ engine });
  }

  async add(name: string, readout: Readout): Promise<Added> {
    const id = reportId(readout);
    const before = await engineOf(this.store.database, id);
    if (before === engineName(readout)) return { id, outcome: 'known' };
    await this.#commit([{ kind: 'read', data: { name, readout } }]);
    return { id, outcome: before === null ? 'added' : 'read again' };
  }

  async fail(name: string, code: string, message: string): Promise<void> {
    expectStorable(code);
    await this.#commit([{ kind: 'fail', data: { name, code, message } }]);
  }

  failures(): Promise<readonly Failure[]> {
    return listFailures(this.store.database);
  }

  async correct(decisions: readonly Decision[]): Promise<readonly string[]> {
    expectStorable(decisions);
    for (const { change } of decisions) await checkChange(this.store.database, change);
    const made = decisions.map((decision): CorrectEntry => ({ id: randomUUID(), ...decision }));
    await this.#commit(made.map((data) => ({ kind: 'correct', data })));
    return made.map(({ id }) => id);
  }

  async undo(correction: string, author: string, why: string | null): Promise<void> {
    expectStorable(correction, author, why);
    const row = await this.store.database
      .selectFrom('corrections')
      .select('id')
      .where('id', '=', correction)
      .where('undone_by', 'is', null)
      .executeTakeFirst();
    if (row === undefined)
      throw new ReadoutError('no-such-correction', `There is no correction "${correction}" that still holds.`, {
        correction,
      });
    const data: UndoEntry = { id: randomUUID(), author, why, correction };
    await this.#commit([{ kind: 'undo', data }]);
  }

  async corrections({ filter = {}, asOf, ...page }: Parameters<Ledger['corrections']>[0]) {
    expectStorable(filter);
    return listCorrections(this.store.database, filter, page, await this.#asOf(asOf));
  }

  async versions(kind: 'statement' | 'event', document: string, record: string, asOf?: string | null) {
    expectStorable(document, record);
    return versionsOf(this.store.database, kind, document, record, await this.#asOf(asOf));
  }

  async statements({ filter = {}, asOf, ...page }: Query<Filter>) {
    expectStorable(filter);
    return listStatements(this.store.database, filter, page, await this.#asOf(asOf));
  }

  async events({ filter = {}, asOf, ...page }: Query<Filter>) {
    expectStorable(filter);
    return listEvents(this.store.database, filter, page, await this.#asOf(asOf));
  }

  async records(refs: readonly RecordRef[], asOf?: string | null) {
    expectStorable(refs);
    return recordsByRef(this.store.database, refs, await this.#asOf(asOf));
  }

  async reports({ filter = {}, asOf, ...page }: Parameters<Ledger['reports']>[0]) {
    expectStorable(filter);
    return listReports(this.store.database, filter, page, await this.#asOf(asOf));
  }

  async report(id: string, asOf?: string | null) {
    expectStorable(id);
    return findReport(this.store.database, id, await this.#asOf(asOf));
  }

  async nodes<K extends NodeKind>(kind: K, { filter = {}, asOf, ...page }: Query<NodeFilter>) {
    expectStorable(filter);
    return listNodes(this.store.database, kind, filter, page, await this.#asOf(asOf));
  }

  async node<K extends NodeKind>(kind: K, id: string, asOf?: string | null) {
    expectStorable(id);
    return findNode(this.store.database, kind, id, await this.#asOf(asOf));
  }

  async members(kind: NodeKind, id: string, { asOf, ...page }: Query<never> = {}) {
    expectStorable(id);
    return membersOf(this.store.database, kind, id, page, await this.#asOf(asOf));
  }

  async disputeWords(id: string, asOf?: string | null) {
    expectStorable(id);
    return wordsOfDispute(this.store.database, id, await this.#asOf(asOf));
  }

  async tellings(actor: string, asOf?: string | null, limit = 100) {
    expectStorable(actor);
    return actorTellings(this.store.database, actor, await this.#asOf(asOf), limit);
  }

  async doubtful(filter: DoubtFilter, limit?: number) {
    expectStorable(filter);
    return reviewQueue(this.store.database, filter, limit);
  }

  async reviewProgress(filter: DoubtFilter, since: string | null) {
    expectStorable(filter);
    return reviewProgress(this.store.database, filter, since);
  }

  async counts(kind: 'statement' | 'event', by: CountedBy, { filter = {}, asOf }: Query<Filter>) {
    expectStorable(filter);
    const table = kind === 'statement' ? 'statements' : 'events';
    return countByTime(this.store.database, table, filter, by, await this.#asOf(asOf));
  }

  async dyads({ filter = {}, asOf, limit = 50 }: Query<Filter>) {
    expectStorable(filter);
    return countDyads(this.store.database, filter, limit, await this.#asOf(asOf));
  }

  async places({ filter = {}, asOf, limit = 200 }: Query<Filter>) {
    expectStorable(filter);
    return countPlaces(this.store.database, filter, limit, await this.#asOf(asOf));
  }

  async network(actors: number, kind: LinkKind | null, { filter = {}, asOf }: Query<Filter>) {
    expectStorable(filter);
    return countLinks(this.store.database, filter, actors, kind, await this.#asOf(asOf));
  }

  async lanes(by: CountedBy, most: number, { filter = {}, asOf }: Query<Filter>) {
    expectStorable(filter);
    return countLanes(this.store.database, filter, by, most, await this.#asOf(asOf));
  }

  async totals(asOf?: string | null) {
    return totals(this.store.database, await this.#asOf(asOf));
  }

  async diff(a: string, b: string, page: PageRequest = {}) {
    expectStorable(a, b);
    const { database } = this.store;
    if (!isMoment(a) && !isMoment(b)) return diffEngines(database, a, b, page);
    return diff(database, await entryAt(database, a), await entryAt(database, b), page);
  }

  async news(after: number, asOf?: string | null) {
    return newsAfter(this.store.database, after, await this.#asOf(asOf));
  }

  span() {
    return spanOf(this.store.database);
  }

  async setting(kind: string) {
    expectStorable(kind);
    return listSettings(this.store.database, kind);
  }

  async set(kind: string, key: string, value: unknown): Promise<void> {
    expectStorable(kind, key, value);
    await this.#commit([{ kind: 'set', data: { kind, key, value } }]);
  }

  entries(after: number): AsyncIterable<Entry> {
    return this.store.entriesAfter(after);
  }

  restore(entries: AsyncIterable<Entry>, progress: (seq: number) => void): Promise<number> {
    return this.store.restore(plausible(entries), progress);
  }

  happenings(after: number, limit: number): Promise<readonly Happened[]> {
    return listHappenings(this.store.database, after, limit);
  }

  last(): Promise<number> {
    return lastEntry(this.store.database);
  }

  listen(heard: (happened: Happened) => void): () => void {
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  }

  close(): Promise<void> {
    return this.store.close();
  }
}
