import { z } from '@hono/zod-openapi';
import type { Ledger } from '../../service/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { notFound } from '../problem.ts';
import { disputeWords, ledgerSpan, news } from '../schemas/news.ts';
import { asOfQuery } from '../schemas/query.ts';
import { one, words } from '../schemas/shapes.ts';

const after = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .optional()
  .openapi({
    type: 'integer',
    description: 'The entry after which it is asked: `last` of an answer before. All unless told.',
  });

/** Routes that tell what is new, over which time the ledger goes, and how the words of a dispute changed. */
export const newsRoutes = (ledger: Ledger): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/news',
    tag: 'Live',
    summary: 'What was taken in after an entry: reports, disputes that opened or grew, what moved on the agenda.',
    role: 'reader',
    query: asOfQuery.extend({ after }),
    answer: one(news),
    run: async ({ query }) => ({ item: await ledger.news(query.after ?? 0, query.as_of ?? null) }),
  }),
  endpoint({
    method: 'get',
    path: '/span',
    tag: 'Live',
    summary: 'When the first and the last thing was taken in.',
    role: 'reader',
    answer: one(ledgerSpan),
    run: async () => ({ item: await ledger.span() }),
  }),
  endpoint({
    method: 'get',
    path: '/disputes/{id}/words',
    tag: 'Nodes',
    summary: 'What each side of a dispute said of it, the oldest first.',
    role: 'reader',
    params: z.strictObject({ id: words(200) }),
    query: asOfQuery,
    answer: one(disputeWords),
    run: async ({ params, query }) => {
      const item = await ledger.disputeWords(params.id, query.as_of ?? null);
      if (item === null) throw notFound(`The dispute "${params.id}"`);
      return { item };
    },
  }),
];
