import { z } from '@hono/zod-openapi';
import type { Ledger } from '../../service/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { Access } from '../guard/access.ts';
import type { AuditLog } from '../guard/audit.ts';
import { roles } from '../guard/roles.ts';
import { listTokens, makeToken, TOKENS } from '../guard/tokens.ts';
import { notFound } from '../problem.ts';
import { instant, many, one, words } from '../schemas/shapes.ts';

const kept = z.object({ id: z.string(), name: z.string(), role: z.enum(roles), made: instant }).openapi('Token');
const text = z.string().nullable();

const auditEntry = z
  .object({
    at: instant,
    who: text,
    role: text,
    address: z.string(),
    method: z.string(),
    path: z.string(),
    status: z.int(),
  })
  .openapi('AuditEntry');

/** What routes for admins work with. */
export interface AdminParts {
  readonly ledger: Ledger;
  readonly access: Access;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

/** Routes for who may do what, and for who did what. */
export const adminRoutes = ({ ledger, access, audit, now }: AdminParts): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/tokens',
    tag: 'Admin',
    summary: 'All tokens, by name and role; never the tokens themselves.',
    role: 'admin',
    answer: many(kept),
    run: async () => ({ items: await listTokens(ledger), next: null }),
  }),
  endpoint({
    method: 'post',
    path: '/tokens',
    tag: 'Admin',
    summary: 'Make a token. It is shown this once.',
    role: 'admin',
    body: z.strictObject({ name: words(200), role: z.enum(roles) }),
    status: 201,
    answer: one(kept.extend({ token: z.string() })),
    run: async ({ body }) => ({ item: await makeToken(ledger, body.role, body.name, now()) }),
  }),
  endpoint({
    method: 'delete',
    path: '/tokens/{id}',
    tag: 'Admin',
    summary: 'Take a token back.',
    role: 'admin',
    params: z.strictObject({ id: words(100) }),
    answer: one(z.string()),
    run: async ({ params }) => {
      const found = (await listTokens(ledger)).find(({ id }) => id === params.id);
      if (found === undefined) throw notFound(`The token "${params.id}"`);
      await ledger.set(TOKENS, found.id, null);
      access.forget();
      return { item: found.id };
    },
  }),
  endpoint({
    method: 'get',
    path: '/audit',
    tag: 'Admin',
    summary: 'The last writes that were asked for, allowed or not, the newest first.',
    role: 'admin',
    answer: many(auditEntry),
    run: async () => ({ items: audit.last(200), next: null }),
  }),
];
