import { z } from '@hono/zod-openapi';
import type { Ledger } from '../../service/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { notFound } from '../problem.ts';
import {
  asOfQuery,
  diffQuery,
  moment,
  pageOf,
  recordQuery,
  reportQuery,
  toRecordQuery,
  toReportQuery,
} from '../schemas/query.ts';
import { diffShape, eventItem, failureItem, reportDetail, reportItem, statementItem } from '../schemas/records.ts';
import { many, one, words } from '../schemas/shapes.ts';
import { countRoutes } from './counts.ts';

const id = z.strictObject({ id: words(200) });
const lists = { statements: statementItem, events: eventItem } as const;

const listRoutes = (ledger: Ledger): readonly Endpoint[] =>
  (['statements', 'events'] as const).map((list) =>
    endpoint({
      method: 'get',
      path: `/${list}`,
      tag: 'Records',
      summary:
        list === 'statements'
          ? 'Who said what: the newest report’s first.'
          : 'Who did what to whom: the newest report’s first.',
      role: 'reader',
      query: recordQuery,
      answer: many(lists[list]),
      run: async ({ query }) => ({ ...(await ledger[list](toRecordQuery(query))) }),
    }),
  );

const refs = z.array(z.strictObject({ document: words(200), record: words(200) })).max(1000);

const findRoute = (ledger: Ledger): Endpoint =>
  endpoint({
    method: 'post',
    path: '/records',
    tag: 'Records',
    summary: 'Records by where they stand; those that are not there are left out. In no order.',
    role: 'reader',
    body: z.strictObject({ refs, as_of: moment.nullable() }),
    answer: many(z.union([statementItem, eventItem])),
    run: async ({ body }) => ({ items: await ledger.records(body.refs, body.as_of), next: null }),
  });

const reportRoutes = (ledger: Ledger): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/reports',
    tag: 'Reports',
    summary: 'Reports, the newest first.',
    role: 'reader',
    query: reportQuery,
    answer: many(reportItem),
    run: async ({ query }) => ({ ...(await ledger.reports(toReportQuery(query))) }),
  }),
  endpoint({
    method: 'get',
    path: '/reports/{id}',
    tag: 'Reports',
    summary: 'One report with its readout, by its id or the beginning of it.',
    role: 'reader',
    params: id,
    query: asOfQuery,
    answer: one(reportDetail),
    run: async ({ params, query }) => {
      const item = await ledger.report(params.id, query.as_of ?? null);
      if (item === null) throw notFound(`The report "${params.id}"`);
      return { item };
    },
  }),
  endpoint({
    method: 'get',
    path: '/failures',
    tag: 'Reports',
    summary: 'Inputs that could not be read.',
    role: 'reader',
    answer: many(failureItem),
    run: async () => ({ items: await ledger.failures(), next: null }),
  }),
];

const diffRoute = (ledger: Ledger): Endpoint =>
  endpoint({
    method: 'get',
    path: '/diff',
    tag: 'Counts',
    summary: 'What changed in the records between two moments, or between what two engines read.',
    role: 'reader',
    query: diffQuery,
    // With the first page all that two engines read differently is counted.
    patience: 600_000,
    answer: one(diffShape),
    run: async ({ query }) => ({ item: await ledger.diff(query.a, query.b, pageOf(query)) }),
  });

/** Routes that ask for records, reports and counts. */
export const askRoutes = (ledger: Ledger): readonly Endpoint[] => [
  ...listRoutes(ledger),
  findRoute(ledger),
  ...reportRoutes(ledger),
  ...countRoutes(ledger),
  diffRoute(ledger),
];
