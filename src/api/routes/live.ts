import { z } from '@hono/zod-openapi';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { openStream, resumedFrom, type StreamParts } from '../live/stream.ts';
import { words } from '../schemas/shapes.ts';

/** The route that tells what is new as it comes. */
export const liveRoutes = (parts: StreamParts): readonly Endpoint[] => [
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
