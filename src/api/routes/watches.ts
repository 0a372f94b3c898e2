import { z } from '@hono/zod-openapi';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { OFTEN, type Watch, type Watches } from '../live/watches.ts';
import { notFound } from '../problem.ts';
import { address, watch } from '../schemas/adds.ts';
import { many, one, words } from '../schemas/shapes.ts';
import { reading } from './adds.ts';

/** What watching works with; null: this server reads nothing. */
export interface WatchRouteParts {
  readonly watches: Watches | null;
}

const input = z
  .strictObject({
    url: address,
    minutes: z
      .number()
      .min(OFTEN.least)
      .max(OFTEN.most)
      .default(OFTEN.usual)
      .openapi({ description: 'Look again after so long.' }),
  })
  .openapi('WatchInput');

/** Routes for feeds, sitemaps and lists of them that the server looks through again and again. */
export const watchRoutes = (parts: WatchRouteParts): readonly Endpoint[] => {
  const params = z.strictObject({ id: words(100) });
  const find = async (id: string): Promise<Watch> => {
    const found = await reading(parts.watches).find(id);
    if (found === null) throw notFound(`The watched list "${id}"`);
    return found;
  };
  return [
    endpoint({
      method: 'get',
      path: '/watches',
      tag: 'Watch',
      summary: 'Feeds, sitemaps and lists of them that are watched, with the last look and what came of it.',
      role: 'reader',
      answer: many(watch),
      run: async () => ({ items: (await parts.watches?.list()) ?? [], next: null }),
    }),
    endpoint({
      method: 'put',
      path: '/watches',
      tag: 'Watch',
      summary: 'Watch a list from now on, or change how often it is looked through.',
      role: 'analyst',
      body: input,
      answer: one(watch),
      run: async ({ body, caller }) => ({
        item: await reading(parts.watches).put(body.url, body.minutes, caller.name),
      }),
    }),
    endpoint({
      method: 'delete',
      path: '/watches/{id}',
      tag: 'Watch',
      summary: 'Watch a list no more; its reports stay.',
      role: 'analyst',
      params,
      answer: one(z.string()),
      run: async ({ params: { id } }) => {
        await reading(parts.watches).remove(await find(id));
        return { item: id };
      },
    }),
    endpoint({
      method: 'post',
      path: '/watches/{id}/look',
      tag: 'Watch',
      summary: 'Look through a list now.',
      role: 'analyst',
      params,
      status: 202,
      answer: one(watch),
      run: async ({ params: { id } }) => {
        const item = await find(id);
        reading(parts.watches).look(id);
        return { item };
      },
    }),
  ];
};
