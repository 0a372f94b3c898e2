import { z } from '@hono/zod-openapi';
import { counted, type Ledger } from '../../service/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { asOfQuery, dyadQuery, laneQuery, networkQuery, tallyQuery, toRecordQuery } from '../schemas/query.ts';
import { count, dyad, totals } from '../schemas/records.ts';
import { many, one } from '../schemas/shapes.ts';
import { lane, network, placeCounts } from '../schemas/summed.ts';

const by = z.enum(counted);
const kind = z.enum(['statement', 'event']);

const timeRoutes = (ledger: Ledger): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/counts/{kind}/{by}',
    tag: 'Counts',
    summary: 'A timeline: how many records fall into each stretch of time, by act or type.',
    role: 'reader',
    params: z.strictObject({ kind, by }),
    query: tallyQuery,
    answer: many(count),
    run: async ({ params, query }) => ({
      items: await ledger.counts(params.kind, params.by, toRecordQuery(query)),
      next: null,
    }),
  }),
  endpoint({
    method: 'get',
    path: '/lanes/{by}',
    tag: 'Counts',
    summary: 'A timeline with a lane an actor: those who are named, or those whom most reports tell of.',
    role: 'reader',
    params: z.strictObject({ by }),
    query: laneQuery,
    answer: many(lane),
    run: async ({ params, query: { lanes = 8, ...query } }) => ({
      items: await ledger.lanes(params.by, lanes, toRecordQuery(query)),
      next: null,
    }),
  }),
];

const linkRoutes = (ledger: Ledger): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/dyads',
    tag: 'Counts',
    summary: 'Who acts on whom how often, the commonest pairs first.',
    role: 'reader',
    query: dyadQuery,
    answer: many(dyad),
    run: async ({ query }) => ({ items: await ledger.dyads(toRecordQuery(query)), next: null }),
  }),
  endpoint({
    method: 'get',
    path: '/network',
    tag: 'Counts',
    summary: 'Who acts on whom and speaks about whom, among the actors with most links.',
    role: 'reader',
    query: networkQuery,
    answer: one(network),
    run: async ({ query: { actors = 50, kind: only = null, ...query } }) => ({
      item: await ledger.network(actors, only, toRecordQuery(query)),
    }),
  }),
];

/** Routes that count. */
export const countRoutes = (ledger: Ledger): readonly Endpoint[] => [
  ...timeRoutes(ledger),
  ...linkRoutes(ledger),
  endpoint({
    method: 'get',
    path: '/places',
    tag: 'Counts',
    summary: 'Where events are: the places with most of them first, and how many there are in each country.',
    role: 'reader',
    query: dyadQuery,
    answer: one(placeCounts),
    run: async ({ query }) => ({ item: await ledger.places(toRecordQuery(query)) }),
  }),
  endpoint({
    method: 'get',
    path: '/totals',
    tag: 'Counts',
    summary: 'How much the ledger holds.',
    role: 'reader',
    query: asOfQuery,
    answer: one(totals),
    run: async ({ query }) => ({ item: await ledger.totals(query.as_of ?? null) }),
  }),
];
