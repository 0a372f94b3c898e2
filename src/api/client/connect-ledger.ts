import type { NodeKind, RecordRef } from '../../ledger/index.ts';
import type { EngineInfo, Readout } from '../../readout/index.ts';
import {
  type Added,
  type Decision,
  type Entry,
  engineName,
  expectStorable,
  type Filter,
  type Happened,
  type Ledger,
  type NodeFilter,
  type Query,
  type RecordItem,
  type ReportFilter,
  reportId,
} from '../../service/index.ts';
import { type Document, documentId, ReadoutError, wholeCharacters } from '../../text/index.ts';
import { ask, askFound, askItem, askItems, askJson, type Server, toQuery } from './ask.ts';
import { entriesIn, toLines } from './entry-lines.ts';
import { listenTo } from './listen.ts';

/** What the lists of nodes are called in addresses. */
const lists: Readonly<Record<NodeKind, string>> = {
  actor: 'actors',
  situation: 'situations',
  dispute: 'disputes',
  agenda: 'agenda',
  event: 'event-nodes',
  statement: 'statement-nodes',
};

type AnyFilter = Filter | ReportFilter | NodeFilter;

const pageSize = (limit: number | undefined): number | undefined =>
  limit === undefined ? undefined : Math.max(1, Math.min(1000, Math.trunc(limit)));

const queryOf = (
  { filter = {}, limit, cursor, asOf }: Query<AnyFilter>,
  isPaged = true,
  more: Readonly<Record<string, number | string | null>> = {},
): string => {
  const { dyad, ...rest } = filter as Filter;
  return toQuery({
    ...rest,
    ...(dyad !== undefined && { dyad: dyad.join(',') }),
    ...(isPaged && { limit: pageSize(limit), cursor }),
    ...more,
    as_of: asOf,
  });
};

const asOfQuery = (asOf: string | null | undefined): string => toQuery({ as_of: asOf });
const inPath = encodeURIComponent;

/** What asks for records, reports, nodes and counts. */
const asking = (server: Server) => {
  const nodes: Ledger['nodes'] = (kind, query) => askPage(server, `/${lists[kind]}${queryOf(query)}`);
  const node: Ledger['node'] = (kind, id, asOf) => askFound(server, `/${lists[kind]}/${inPath(id)}${asOfQuery(asOf)}`);
  return {
    statements: (query) => askPage(server, `/statements${queryOf(query)}`),
    events: (query) => askPage(server, `/events${queryOf(query)}`),
    records: (refs, asOf) => findRecords(server, refs, asOf ?? null),
    reports: (query) => askPage(server, `/reports${queryOf(query)}`),
    report: (id, asOf) => askFound(server, `/reports/${inPath(id)}${asOfQuery(asOf)}`),
    nodes,
    node,
    members: (kind, id, query = {}) => askPage(server, `/${lists[kind]}/${inPath(id)}/members${queryOf(query)}`),
    disputeWords: (id, asOf) => askFound(server, `/disputes/${inPath(id)}/words${asOfQuery(asOf)}`),
    news: (after, asOf) => askItem(server, `/news${toQuery({ after, as_of: asOf })}`),
    span: () => askItem(server, '/span'),
    tellings: (actor, asOf, limit) =>
      askItems(server, `/actors/${inPath(actor)}/tellings${toQuery({ as_of: asOf, limit })}`),
    doubtful: (filter, limit) => askItems(server, `/review${toQuery({ ...filter, limit })}`),
    reviewProgress: (filter, since) => askItem(server, `/review/progress${toQuery({ ...filter, since })}`),
    counts: (kind, by, query) => askItems(server, `/counts/${kind}/${by}${queryOf(query, false)}`),
    dyads: (query) => askItems(server, `/dyads${queryOf({ ...query, cursor: null })}`),
    places: (query) => askItem(server, `/places${queryOf({ ...query, cursor: null })}`),
    network: (actors, kind, query) => askItem(server, `/network${queryOf(query, false, { actors, kind })}`),
    lanes: (by, lanes, query) => askItems(server, `/lanes/${by}${queryOf(query, false, { lanes })}`),
    totals: (asOf) => askItem(server, `/totals${asOfQuery(asOf)}`),
    diff: (a, b, { limit, cursor } = {}) =>
      askItem(server, `/diff${toQuery({ a, b, limit: pageSize(limit), cursor })}`),
    failures: () => askItems(server, '/failures'),
    corrections: ({ filter = {}, limit, cursor, asOf }) =>
      askPage(server, `/corrections${toQuery({ ...filter, limit, cursor, as_of: asOf })}`),
    versions: (kind, document, record, asOf) =>
      askItems(server, `/versions/${kind}/${inPath(document)}/${inPath(record)}${asOfQuery(asOf)}`),
    setting: (kind) => askItems(server, `/settings/${inPath(kind)}`),
  } satisfies Partial<Ledger>;
};

const askPage = async <T>(server: Server, path: string): Promise<T> => {
  const { ok: _, ...page } = await askJson<{ readonly ok: true }>(server, path);
  return page as T;
};

const post = (server: Server, path: string, body: unknown): Promise<{ readonly items: readonly string[] }> =>
  askJson(server, path, { method: 'POST', body });

/** Records that are asked for at once. */
const AT_ONCE = 1000;

const findRecords = async (
  server: Server,
  refs: readonly RecordRef[],
  asOf: string | null,
): Promise<readonly RecordItem[]> => {
  const found: RecordItem[] = [];
  for (let at = 0; at < refs.length; at += AT_ONCE) {
    const some = refs.slice(at, at + AT_ONCE).map(({ document, record }) => ({ document, record }));
    const body = { refs: some, as_of: asOf };
    found.push(
      ...(await askJson<{ items: readonly RecordItem[] }>(server, '/records', { method: 'POST', body })).items,
    );
  }
  return found;
};

/** What changes the ledger. */
const writing = (server: Server) =>
  ({
    add: (name: string, readout: Readout) =>
      askItem<Added>(server, '/readouts', { method: 'POST', body: { name: wholeCharacters(name), readout } }),
    has: async (readout: Readout) =>
      (await askItem(server, `/reports/${reportId(readout)}/engine`)) === engineName(readout),
    knows: async (document: Document, engine: EngineInfo) => {
      const id = reportId({ document: { ...document, id: documentId(document.text) } });
      return (await askItem(server, `/reports/${id}/engine`)) === engineName({ engine });
    },
    fail: async (name, code, message) => {
      await post(server, '/failures', { name: wholeCharacters(name), code, message: wholeCharacters(message) });
    },
    correct: async (decisions: readonly Decision[]) =>
      decisions.length === 0 ? [] : (await post(server, '/corrections', { decisions })).items,
    undo: async (correction, author, why) => {
      expectStorable(correction);
      await post(server, `/corrections/${inPath(correction)}/undo`, { author, why });
    },
    set: async (kind, key, value) => {
      expectStorable(kind);
      await askJson(server, `/settings/${inPath(kind)}`, { method: 'PUT', body: { key, value } });
    },
  }) satisfies Partial<Ledger>;

async function* entries(server: Server, after: number): AsyncGenerator<Entry> {
  const { body } = await ask(server, `/entries${toQuery({ after })}`);
  if (body !== null) yield* entriesIn(body);
}

const restore =
  (server: Server): Ledger['restore'] =>
  async (given, progress) => {
    const body = toLines(given, progress);
    return askItem<number>(server, '/entries', { method: 'POST', body, type: 'application/x-ndjson' });
  };

/**
 * The same methods; words that no ledger can hold are refused before they are sent, since addresses would change them. What has a
 * body is refused by the server.
 */
const checked = <T extends Record<string, (...given: never[]) => unknown>>(methods: T): T => {
  const checking = Object.entries(methods).map(([name, method]) => [
    name,
    async (...given: never[]) => {
      expectStorable(...given);
      return method(...given);
    },
  ]);
  // Each has the type of the one that it calls.
  return Object.fromEntries(checking) as T;
};

/** The address of a server without what follows its host. */
const originOf = (url: string): string => {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return new URL(url).origin;
  throw new ReadoutError('bad-address', `"${url}" is no address of a server; write it like http://127.0.0.1:7400.`);
};

/**
 * A ledger behind a server's API: the same interface as one whose store is open in this process. Throws what the server says, with
 * its code, and `server-unreachable`.
 */
export const connectLedger = async (url: string, token: string | null = null): Promise<Ledger> => {
  const server: Server = { url: originOf(url), token };
  await askItem<number>(server, '/last');
  const stops = new Set<() => void>();
  return {
    ...checked(asking(server)),
    ...writing(server),
    entries: (after) => entries(server, after),
    restore: restore(server),
    happenings: async (after, limit) =>
      (await askItems<Happened>(server, `/happenings${toQuery({ after })}`)).slice(0, limit),
    last: () => askItem<number>(server, '/last'),
    listen: (heard) => {
      const stop = listenTo(server, heard);
      stops.add(stop);
      return () => {
        stops.delete(stop);
        stop();
      };
    },
    close: async () => {
      for (const stop of stops) stop();
    },
  };
};
