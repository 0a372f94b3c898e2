import { z } from '@hono/zod-openapi';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { streamOf } from '../guard/body-limit.ts';
import type { Adds } from '../live/add.ts';
import type { Spool } from '../live/spool.ts';
import { notFound, Problem } from '../problem.ts';
import { add, posted, toPosted } from '../schemas/adds.ts';
import { many, one, words } from '../schemas/shapes.ts';

/** The most bytes that a page to be read may have. */
const PAGE = 12_000_000;
/** The most bytes that a file may have. */
export const FILE = 200_000_000;

/** What adding works with. */
export interface AddParts {
  readonly adds: Adds | null;
  readonly spool: Spool;
}

/** Throws 503 where the server reads nothing. */
export const reading = <T>(part: T | null): T => {
  if (part === null) throw new Problem(503, 'no-engine', 'This server reads nothing: it was opened to be asked only.');
  return part;
};

const handing = (parts: AddParts): readonly Endpoint[] => [
  endpoint({
    method: 'post',
    path: '/adds',
    tag: 'Add',
    summary: 'Hand in a text, a page or an address, to be read and added.',
    role: 'analyst',
    body: posted,
    most: PAGE,
    status: 202,
    answer: one(add),
    run: async ({ body }) => ({ item: reading(parts.adds).take(toPosted(body)) }),
  }),
  endpoint({
    method: 'post',
    path: '/adds/files',
    tag: 'Add',
    summary: 'Hand in a file of any format that `readout add` reads, as it is: the body is the file.',
    role: 'analyst',
    query: z.strictObject({
      name: words(1000).openapi({ description: 'What the file is called: its ending tells formats apart.' }),
    }),
    takes: 'application/octet-stream',
    most: FILE,
    isStreamed: true,
    patience: 3_600_000,
    status: 202,
    answer: one(add),
    run: async ({ query: { name } }, context) => {
      const adds = reading(parts.adds);
      adds.checkRoom();
      const { body } = context.req.raw;
      const { path, drop } = await parts.spool.keep(streamOf(body, FILE, context.req.header('content-length')));
      try {
        return { item: adds.take({ kind: 'file', name, path }, { done: drop }) };
      } catch (error) {
        await drop();
        throw error;
      }
    },
  }),
];

/** Routes that hand reports in to be read, and tell how far that is. */
export const addRoutes = (parts: AddParts): readonly Endpoint[] => {
  const found = (id: string, item: ReturnType<Adds['find']>) => {
    if (item === null) throw notFound(`"${id}"`);
    return { item };
  };
  const params = z.strictObject({ id: words(100) });
  return [
    ...handing(parts),
    endpoint({
      method: 'get',
      path: '/adds',
      tag: 'Add',
      summary: 'What was handed in since the server was started, the newest first.',
      role: 'reader',
      answer: many(add),
      run: async () => ({ items: parts.adds?.list() ?? [], next: null }),
    }),
    endpoint({
      method: 'get',
      path: '/adds/{id}',
      tag: 'Add',
      summary: 'How far something is that was handed in.',
      role: 'reader',
      params,
      answer: one(add),
      run: async ({ params: { id } }) => found(id, parts.adds?.find(id) ?? null),
    }),
    endpoint({
      method: 'delete',
      path: '/adds/{id}',
      tag: 'Add',
      summary: 'Give up what waits or is being read; what was added of it stays.',
      role: 'analyst',
      params,
      answer: one(add),
      run: async ({ params: { id } }) => found(id, parts.adds?.cancel(id) ?? null),
    }),
  ];
};
