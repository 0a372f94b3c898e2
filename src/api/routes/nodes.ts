import { z } from '@hono/zod-openapi';
import type { Ledger } from '../../service/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { notFound } from '../problem.ts';
import { actorTelling, member, type NodeList, nodeLists } from '../schemas/nodes.ts';
import { asOfQuery, memberQuery, nodeQuery, pageOf, tellingQuery, toNodeQuery } from '../schemas/query.ts';
import { many, one, words } from '../schemas/shapes.ts';

const summaries: Readonly<Record<NodeList, string>> = {
  actors: 'Who is who across reports.',
  situations: 'Stories over days.',
  disputes: 'Claims with what denies or contradicts them.',
  agenda: 'What is planned, and what became of it.',
  'event-nodes': 'Events across reports.',
  'statement-nodes': 'Statements across reports.',
};

const id = z.strictObject({ id: words(200) });

const routesOf = (ledger: Ledger, list: NodeList): readonly Endpoint[] => {
  const { kind, item } = nodeLists[list];
  return [
    endpoint({
      method: 'get',
      path: `/${list}`,
      tag: 'Nodes',
      summary: summaries[list],
      role: 'reader',
      query: nodeQuery,
      answer: many(item),
      run: async ({ query }) => ({ ...(await ledger.nodes(kind, toNodeQuery(query))) }),
    }),
    endpoint({
      method: 'get',
      path: `/${list}/{id}`,
      tag: 'Nodes',
      summary: 'One of these, or what it was merged into.',
      role: 'reader',
      params: id,
      query: asOfQuery,
      answer: one(item),
      run: async ({ params, query }) => {
        const node = await ledger.node(kind, params.id, query.as_of ?? null);
        if (node === null) throw notFound(`The ${kind} "${params.id}"`);
        return { item: node };
      },
    }),
    endpoint({
      method: 'get',
      path: `/${list}/{id}/members`,
      tag: 'Nodes',
      summary: 'The records that belong to it, and why.',
      role: 'reader',
      params: id,
      query: memberQuery,
      answer: many(member),
      run: async ({ params, query }) => ({ ...(await ledger.members(kind, params.id, pageOf(query))) }),
    }),
  ];
};

const tellingsRoute = (ledger: Ledger): Endpoint =>
  endpoint({
    method: 'get',
    path: '/actors/{id}/tellings',
    tag: 'Nodes',
    summary: 'What each report says of an actor: what it calls it, and in which words. The newest report’s first.',
    role: 'reader',
    params: id,
    query: tellingQuery,
    answer: many(actorTelling),
    run: async ({ params, query }) => ({
      items: await ledger.tellings(params.id, query.as_of ?? null, query.limit),
      next: null,
    }),
  });

/** Routes that ask for what the ledger keeps across reports. */
export const nodeRoutes = (ledger: Ledger): readonly Endpoint[] => [
  ...(Object.keys(nodeLists) as NodeList[]).flatMap((list) => routesOf(ledger, list)),
  tellingsRoute(ledger),
];
