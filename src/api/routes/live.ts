import { z } from '@hono/zod-openapi';
import type { Posted } from '../../service/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { Adds } from '../live/add.ts';
import { openStream, resumedFrom, type StreamParts } from '../live/stream.ts';
import { notFound, Problem } from '../problem.ts';
import { instant, many, one, words } from '../schemas/shapes.ts';

/** The most bytes that a page to be read may have. */
const PAGE = 12_000_000;

const address = z.url({ protocol: /^https?$/ }).max(8000);
const content = z.string().min(1).max(10_000_000);
const more = { name: words(500).optional(), url: address.optional() };

const posted = z
  .union([
    z.strictObject({ url: address }).describe('An address to fetch: a page, a feed, an archive.'),
    z.strictObject({ text: content, ...more }),
    z.strictObject({ html: content, ...more }),
    z.strictObject({ markdown: content, ...more }),
  ])
  .openapi('Posted');

const add = z
  .object({
    id: z.string(),
    name: z.string(),
    at: instant,
    state: z.enum(['waiting', 'reading', 'done', 'failed']),
    progress: z.object({ name: z.string(), done: z.int(), total: z.int() }).nullable(),
    reports: z.array(z.object({ name: z.string(), id: z.string(), outcome: z.enum(['added', 'read again', 'known']) })),
    failures: z.array(z.object({ name: z.string(), code: z.string(), message: z.string() })),
  })
  .openapi('Add');

const toPosted = (body: z.output<typeof posted>): Posted => {
  const { name = 'posted', url = null } = { name: undefined, ...body };
  if ('text' in body) return { kind: 'text', content: body.text, name, url };
  if ('html' in body) return { kind: 'html', content: body.html, name, url };
  if ('markdown' in body) return { kind: 'markdown', content: body.markdown, name, url };
  return { kind: 'url', url: body.url };
};

const reading = (adds: Adds | null): Adds => {
  if (adds === null) throw new Problem(503, 'no-engine', 'This server reads nothing: it was opened to be asked only.');
  return adds;
};

/** Routes that hand reports in to be read, and tell how far that is. */
export const liveRoutes = (parts: StreamParts): readonly Endpoint[] => [
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
    params: z.strictObject({ id: words(100) }),
    answer: one(add),
    run: async ({ params }) => {
      const item = parts.adds?.find(params.id) ?? null;
      if (item === null) throw notFound(`"${params.id}"`);
      return { item };
    },
  }),
  endpoint({
    method: 'get',
    path: '/stream',
    tag: 'Live',
    summary: 'Server-sent events: what is taken in from now on (`entry`), and how far reading is (`progress`).',
    role: 'reader',
    query: z.strictObject({
      after: z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number)
        .optional()
        .openapi({ type: 'integer', description: 'Entries after this number. `Last-Event-ID` says the same.' }),
      add: words(100).optional().openapi({ description: 'Progress of this one only.' }),
    }),
    answer: 'text/event-stream',
    run: ({ query }, context) =>
      openStream(context, parts, resumedFrom(context.req.header('last-event-id'), query.after), query.add ?? null),
  }),
];
