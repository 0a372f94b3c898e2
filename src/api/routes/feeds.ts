import { createHash } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type { Ledger } from '../../service/index.ts';
import { type AppContext, type Endpoint, endpoint } from '../endpoint.ts';
import { writeAtom } from '../feeds/atom.ts';
import { writeQueryCalendar } from '../feeds/calendar.ts';
import { findQuery, type Match, matchesOf } from '../feeds/matches.ts';
import { notFound } from '../problem.ts';
import { type SavedQuery, slug } from '../schemas/saved.ts';

/** Entries of a feed. */
const ATOM = 100;
const CALENDAR = 500;

/** An answer that a program may keep, and is told of when it still holds (RFC 9110, 13.1.2). */
const conditional = (context: AppContext, body: string, type: string): Response => {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 32)}"`;
  const headers = { etag, 'content-type': type, 'cache-control': 'private, no-cache' };
  const known = (context.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*')
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers });
};

const named = async (ledger: Ledger, key: string, limit: number): Promise<[SavedQuery, readonly Match[]]> => {
  const query = await findQuery(ledger, key);
  if (query === null) throw notFound(`The saved query "${key}"`);
  return [query, await matchesOf(ledger, query, limit)];
};

const params = z.strictObject({ key: slug });

/** Routes that give what a saved query finds to programs that read feeds and calendars. */
export const feedRoutes = (ledger: Ledger): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/queries/{key}/atom',
    tag: 'Feeds',
    summary: 'What a saved query finds as an Atom feed. Its ids never change.',
    role: 'reader',
    params,
    answer: 'application/atom+xml',
    run: async ({ params: { key } }, context) => {
      const [query, matches] = await named(ledger, key, ATOM);
      const body = writeAtom(key, query, matches, context.req.url);
      return conditional(context, body, 'application/atom+xml; charset=utf-8');
    },
  }),
  endpoint({
    method: 'get',
    path: '/queries/{key}/ics',
    tag: 'Feeds',
    summary: 'What a saved query finds as a calendar (iCalendar): when it is, was, or was said.',
    role: 'reader',
    params,
    answer: 'text/calendar',
    run: async ({ params: { key } }, context) => {
      const [query, matches] = await named(ledger, key, CALENDAR);
      return conditional(context, writeQueryCalendar(query, matches), 'text/calendar; charset=utf-8');
    },
  }),
];
