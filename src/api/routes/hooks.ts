import { z } from '@hono/zod-openapi';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { Hooks } from '../hooks/hooks.ts';
import type { Webhook } from '../hooks/webhook.ts';
import { notFound } from '../problem.ts';
import { slug, webhookInput } from '../schemas/saved.ts';
import { instant, many, one } from '../schemas/shapes.ts';

const shown = z
  .object({ key: z.string(), url: z.string(), query: z.string().nullable(), made: instant })
  .openapi('Webhook');
const delivery = z
  .object({
    id: z.string(),
    at: instant,
    state: z.enum(['waiting', 'delivered', 'failed']),
    attempts: z.array(z.object({ at: instant, status: z.int().nullable(), error: z.string().nullable() })),
  })
  .openapi('Delivery');

const params = z.strictObject({ key: slug });
const withoutSecret = ({ secret: _, ...hook }: Webhook) => hook;

const found = async (hooks: Hooks, key: string): Promise<Webhook> => {
  const hook = await hooks.find(key);
  if (hook === null) throw notFound(`The webhook "${key}"`);
  return hook;
};

const keeping = (hooks: Hooks): readonly Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/webhooks',
    tag: 'Webhooks',
    summary: 'All webhooks, without their secrets.',
    role: 'admin',
    answer: many(shown),
    run: async () => ({ items: (await hooks.list()).map(withoutSecret), next: null }),
  }),
  endpoint({
    method: 'put',
    path: '/webhooks/{key}',
    tag: 'Webhooks',
    summary: 'Make a webhook, or change where it goes. The answer has the secret that deliveries are signed with.',
    role: 'admin',
    params,
    body: webhookInput,
    answer: one(shown.extend({ secret: z.string() })),
    run: async ({ params: { key }, body }) => ({ item: await hooks.put(key, body.url, body.query) }),
  }),
  endpoint({
    method: 'delete',
    path: '/webhooks/{key}',
    tag: 'Webhooks',
    summary: 'Take a webhook away.',
    role: 'admin',
    params,
    answer: one(z.string()),
    run: async ({ params: { key } }) => {
      await found(hooks, key);
      await hooks.remove(key);
      return { item: key };
    },
  }),
];

/** Routes for addresses that are told of what is new. */
export const hookRoutes = (hooks: Hooks): readonly Endpoint[] => [
  ...keeping(hooks),
  endpoint({
    method: 'get',
    path: '/webhooks/{key}/deliveries',
    tag: 'Webhooks',
    summary: 'What was sent to it lately, by whichever server, and how that went, the newest first.',
    role: 'admin',
    params,
    answer: many(delivery),
    run: async ({ params: { key } }) => {
      await found(hooks, key);
      return { items: await hooks.log(key), next: null };
    },
  }),
  endpoint({
    method: 'post',
    path: '/webhooks/{key}/test',
    tag: 'Webhooks',
    summary: 'Send a delivery that says only that it is a test.',
    role: 'admin',
    params,
    status: 202,
    answer: one(delivery),
    run: async ({ params: { key } }) => ({ item: { ...(await hooks.test(await found(hooks, key))) } }),
  }),
];
