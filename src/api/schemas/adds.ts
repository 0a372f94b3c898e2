import { z } from '@hono/zod-openapi';
import type { Posted } from '../../service/index.ts';
import { moment } from './query.ts';
import { instant, words } from './shapes.ts';

/** An address on the web. */
export const address = z.url({ protocol: /^https?$/ }).max(2000);
const content = z.string().min(1).max(10_000_000);
const more = { name: words(500).optional(), url: address.optional() };
const said = {
  title: words(1000).optional(),
  publisher: words(300).optional(),
  byline: words(300).optional(),
  published: moment.optional(),
};

/** What can be handed in as JSON. */
export const posted = z
  .union([
    z.strictObject({ url: address }).describe('An address to fetch: a page, a feed, an archive.'),
    z.strictObject({ text: content, ...more, ...said }).describe('Plain text, and what it does not say of itself.'),
    z.strictObject({ html: content, ...more }),
    z.strictObject({ markdown: content, ...more }),
  ])
  .openapi('Posted');

const number = z.int();
const counts = z.object({ added: number, again: number, known: number, failed: number });
const failures = z.array(z.object({ name: z.string(), code: z.string(), message: z.string() }));

export const add = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['url', 'text', 'html', 'markdown', 'file']),
    list: z.string().nullable().describe('The watched list that named it.'),
    at: instant,
    state: z.enum(['waiting', 'reading', 'done', 'failed', 'cancelled']),
    progress: z.object({ name: z.string(), done: number, total: number }).nullable(),
    counts,
    reports: z.array(
      z.object({
        name: z.string(),
        title: z.string().nullable(),
        id: z.string(),
        outcome: z.enum(['added', 'read again', 'known']),
      }),
    ),
    failures,
  })
  .openapi('Add');

export const watch = z
  .object({
    id: z.string(),
    url: z.string(),
    minutes: z.number().describe('It is looked through again after so long.'),
    made: instant.nullable(),
    by: z.string().nullable(),
    isLooking: z.boolean(),
    last: z
      .object({ at: instant, links: number, taken: number, failures })
      .nullable()
      .describe('The last look since the server was started.'),
    next: instant.nullable().describe('Null: as soon as may be.'),
    counts: counts.extend({ waiting: number }).describe('What came of its reports since the server was started.'),
  })
  .openapi('Watch');

/** What was sent, as the service takes it. */
export const toPosted = (body: z.output<typeof posted>): Posted => {
  const { name = 'posted', url = null } = { name: undefined, ...body };
  if ('text' in body) {
    const { title, publisher, byline, published } = body;
    const isSaid = [title, publisher, byline, published].some((value) => value !== undefined);
    return {
      kind: 'text',
      content: body.text,
      name,
      url,
      ...(isSaid && { said: { title, publisher, byline, published } }),
    };
  }
  if ('html' in body) return { kind: 'html', content: body.html, name, url };
  if ('markdown' in body) return { kind: 'markdown', content: body.markdown, name, url };
  return { kind: 'url', url: body.url };
};
