import type { Ledger, NodeItem, NodeKind, RecordItem, ReportDetail } from '../../service/index.ts';
import { ReadoutError } from '../../text/index.ts';
import { oneLine } from '../page/words.ts';
import { calledSo } from './called-so.ts';

/** Something that a ledger holds and that has a name. */
export type Thing =
  | { readonly kind: 'report'; readonly report: ReportDetail }
  | { readonly kind: 'record'; readonly item: RecordItem }
  | { readonly kind: 'node'; readonly node: NodeItem };

const nodeKinds: readonly NodeKind[] = ['actor', 'event', 'statement', 'dispute', 'agenda', 'situation'];

const notThere = (words: string): ReadoutError =>
  new ReadoutError(
    'no-such-record',
    `Nothing in this ledger is called "${oneLine(words)}". Ids stand behind the rows of readout search, actors, agenda and disputes; readout actors WORDS finds names.`,
    { words },
  );

const recordIn = async (ledger: Ledger, words: string, asOf: string | null): Promise<readonly Thing[]> => {
  const [document = '', record = ''] = words.split('/');
  const report = await ledger.report(document, asOf);
  if (report === null) return [];
  const items = await ledger.records([{ document: report.id, record }], asOf);
  return items.map((item) => ({ kind: 'record', item }));
};

/** Records by an id alone: reports of the same words share it. */
const recordsOf = async (ledger: Ledger, record: string, asOf: string | null): Promise<readonly Thing[]> => {
  const query = { filter: { record, review: ['none', 'accepted', 'rejected', 'edited'] as const }, asOf, limit: 20 };
  const { items } = record.startsWith('statement-') ? await ledger.statements(query) : await ledger.events(query);
  return items.map((item) => ({ kind: 'record', item }));
};

const nodeOf = async (ledger: Ledger, id: string, asOf: string | null): Promise<readonly Thing[]> => {
  const kind = nodeKinds.find((one) => id.startsWith(`${one}:`));
  const node = kind === undefined ? null : await ledger.node(kind, id, asOf);
  return node === null ? [] : [{ kind: 'node', node }];
};

/** Actors and situations that are called so or nearly so: those called so alone, where there are any. */
const named = async (ledger: Ledger, name: string, asOf: string | null): Promise<readonly Thing[]> => {
  const query = { filter: { name }, asOf, limit: 10 };
  const [actors, situations] = await Promise.all([ledger.nodes('actor', query), ledger.nodes('situation', query)]);
  const nodes: readonly NodeItem[] = [...actors.items, ...situations.items];
  const same = calledSo(nodes, name);
  return (same.length > 0 ? same : nodes).map((node) => ({ kind: 'node', node }));
};

/**
 * What words name in a ledger: a record (`REPORT/RECORD`, or its id alone), a node (`actor:…`), a report (the first eight letters
 * of its id or more), or an actor or situation by name. Several where several are meant. Throws `no-such-record` where none is.
 */
export const findThings = async (ledger: Ledger, words: string, asOf: string | null): Promise<readonly Thing[]> => {
  const text = words.trim();
  const byId = async (): Promise<readonly Thing[]> => {
    if (/^[0-9a-f]{8,64}\/\S+$/.test(text)) return recordIn(ledger, text, asOf);
    if (/^(?:statement|event)-[0-9a-f]+$/.test(text)) return recordsOf(ledger, text, asOf);
    if (/^[a-z]+:\S+$/.test(text)) return nodeOf(ledger, text, asOf);
    if (!/^[0-9a-f]{8,64}$/.test(text)) return [];
    const report = await ledger.report(text, asOf);
    return report === null ? [] : [{ kind: 'report', report }];
  };
  const found = await byId();
  const things = found.length > 0 ? found : await named(ledger, text, asOf);
  if (things.length === 0) throw notThere(words);
  return things;
};

/** The one thing that words name. Throws `no-such-record`, and `ambiguous` where several could be meant. */
export const findThing = async (ledger: Ledger, words: string, asOf: string | null): Promise<Thing> => {
  const things = await findThings(ledger, words, asOf);
  const [thing, other] = things;
  if (thing === undefined) throw notThere(words);
  if (other === undefined) return thing;
  const names = things.slice(0, 5).map((one) => nameOfThing(one));
  throw new ReadoutError(
    'ambiguous',
    `Several could be "${oneLine(words)}": ${names.join(', ')}. Name one by its id.`,
    {
      words,
    },
  );
};

/** How a thing is called in commands, with its name where it has one. */
export const nameOfThing = (thing: Thing): string => {
  if (thing.kind === 'report') return thing.report.id.slice(0, 12);
  if (thing.kind === 'record') return `${thing.item.report.id.slice(0, 12)}/${thing.item.id}`;
  return `${oneLine(thing.node.name)} (${thing.node.id})`;
};
