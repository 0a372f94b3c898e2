import type { Ledger } from '../../service/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { reviewProgressQuery, reviewQuery } from '../schemas/query.ts';
import { doubtfulItem, reviewProgress } from '../schemas/review.ts';
import { many, one } from '../schemas/shapes.ts';

/** Routes by which people find what to look at. */
export const reviewRoutes = (ledger: Ledger): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/review',
    tag: 'Corrections',
    summary: 'Doubtful rows that nobody has decided on, those most worth a look first, each with the reasons.',
    role: 'reader',
    query: reviewQuery,
    answer: many(doubtfulItem),
    run: async ({ query: { limit, ...filter } }) => ({ items: await ledger.doubtful(filter, limit), next: null }),
  }),
  endpoint({
    method: 'get',
    path: '/review/progress',
    tag: 'Corrections',
    summary: 'How many doubtful rows wait, for which reasons, and how many rows were decided on since a moment.',
    role: 'reader',
    query: reviewProgressQuery,
    answer: one(reviewProgress),
    run: async ({ query: { since, ...filter } }) => ({ item: await ledger.reviewProgress(filter, since ?? null) }),
  }),
];
