import { z } from '@hono/zod-openapi';
import type { Change, Ledger } from '../../service/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { Caller } from '../guard/roles.ts';
import { Problem } from '../problem.ts';
import { correctionItem, correctionQuery, decisions, undoing, versionItem } from '../schemas/decisions.ts';
import { asOfQuery } from '../schemas/query.ts';
import { many, one, words } from '../schemas/shapes.ts';

/** Whose decision it is. Only an admin, and whoever is at this machine, may write down what another decided. */
const authorOf = (author: string | undefined, { name, role, isLocal }: Caller): string => {
  if (author === undefined || author === name) return name;
  if (isLocal || role === 'admin') return author;
  throw new Problem(
    403,
    'not-allowed',
    `This token is ${name}’s, and only an admin decides in another’s name.`,
    'author',
  );
};

const version = z.strictObject({ kind: z.enum(['statement', 'event']), report: words(64), record: words(200) });

/** Routes by which people correct the ledger. */
export const correctionRoutes = (ledger: Ledger): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/corrections',
    tag: 'Corrections',
    summary: 'What people decided, the newest first; undone decisions too.',
    role: 'reader',
    query: correctionQuery,
    answer: many(correctionItem),
    run: async ({ query: { limit, cursor, as_of, ...filter } }) => ({
      ...(await ledger.corrections({ filter, limit, cursor: cursor ?? null, asOf: as_of ?? null })),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/corrections',
    tag: 'Corrections',
    summary: 'Accept, reject, edit, merge or split; all of the decisions, or none.',
    role: 'analyst',
    body: decisions,
    status: 201,
    answer: many(z.string()),
    run: async ({ body, caller }) => {
      const made = body.decisions.map(({ author, why, change }) => ({
        author: authorOf(author, caller),
        why,
        change: change as Change,
      }));
      return { items: await ledger.correct(made), next: null };
    },
  }),
  endpoint({
    method: 'post',
    path: '/corrections/{id}/undo',
    tag: 'Corrections',
    summary: 'Take a decision back.',
    role: 'analyst',
    params: z.strictObject({ id: words(200) }),
    body: undoing,
    answer: one(z.string()),
    run: async ({ params, body, caller }) => {
      await ledger.undo(params.id, authorOf(body.author, caller), body.why);
      return { item: params.id };
    },
  }),
  endpoint({
    method: 'get',
    path: '/versions/{kind}/{report}/{record}',
    tag: 'Corrections',
    summary: 'All that a record of a report has been, the oldest first.',
    role: 'reader',
    params: version,
    query: asOfQuery,
    answer: many(versionItem),
    run: async ({ params: { kind, report, record }, query: { as_of } }) => ({
      items: await ledger.versions(kind, report, record, as_of ?? null),
      next: null,
    }),
  }),
];
