import { z } from '@hono/zod-openapi';
import type { Ledger } from '../../service/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { QUERIES } from '../feeds/matches.ts';
import { demand } from '../guard/roles.ts';
import { TOKENS } from '../guard/tokens.ts';
import { WEBHOOKS } from '../hooks/webhook.ts';
import { Problem } from '../problem.ts';
import { savedQuery } from '../schemas/saved.ts';
import { many, one, words } from '../schemas/shapes.ts';

const kind = z
  .string()
  .regex(/^[a-z][a-z-]{0,40}$/)
  .describe('`query`: saved queries; `watch`: what is fetched again and again; others as programs like.');
const setting = z.object({ key: z.string(), value: z.unknown() }).openapi('Setting');
const input = z.strictObject({ key: words(2000), value: z.unknown() }).openapi('SettingInput');

/** Kinds that hold secrets have routes of their own. */
const checkKind = (named: string): void => {
  if (named === TOKENS || named === WEBHOOKS)
    throw new Problem(403, 'not-allowed', `Settings of the kind ${named} have a route of their own.`, 'kind');
};

const slugForm = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** A saved query must be one that can be asked. */
const checkQuery = (key: string, value: unknown): void => {
  if (!slugForm.test(key))
    throw new Problem(400, 'bad-request', 'A saved query is called by small letters, digits and hyphens.', 'key');
  const checked = savedQuery.safeParse(value);
  if (checked.success) return;
  const [issue] = checked.error.issues;
  throw new Problem(400, 'bad-request', `${issue?.message}.`, ['value', ...(issue?.path ?? [])].join('.'));
};

/** Routes for what is kept beside the records. */
export const settingRoutes = (ledger: Ledger): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/settings/{kind}',
    tag: 'Settings',
    summary: 'All settings of a kind: saved queries, what is watched.',
    role: 'reader',
    params: z.strictObject({ kind }),
    answer: many(setting),
    run: async ({ params }) => {
      checkKind(params.kind);
      return { items: await ledger.setting(params.kind), next: null };
    },
  }),
  endpoint({
    method: 'put',
    path: '/settings/{kind}',
    tag: 'Settings',
    summary: 'Make a setting, change it, or with null take it away.',
    role: 'analyst',
    params: z.strictObject({ kind }),
    body: input,
    answer: one(setting),
    run: async ({ params, body, caller }) => {
      checkKind(params.kind);
      const value = body.value ?? null;
      if (params.kind === QUERIES && value !== null) checkQuery(body.key, value);
      if (params.kind !== QUERIES) demand(caller, params.kind === 'watch' ? 'analyst' : 'admin');
      await ledger.set(params.kind, body.key, value);
      return { item: { key: body.key, value } };
    },
  }),
];
