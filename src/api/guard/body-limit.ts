import type { MiddlewareHandler } from 'hono';
import { Problem } from '../problem.ts';

const tooLarge = (most: number): Problem =>
  new Problem(413, 'too-large', `The body is larger than ${most / 1_000_000} MB.`);

/** The bytes of a body, counted as they come. */
async function* counted(body: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) throw tooLarge(most);
    yield chunk;
  }
}

/**
 * Refuses bodies that are larger than so many bytes. A body whose length is said is refused unread; one that comes in chunks is read
 * as far as that. Hono's own does the same by making a new Request, which Node's adapter allows only where it replaces the global one.
 */
export const limitBody =
  (most: number): MiddlewareHandler =>
  async (context, next) => {
    const length = context.req.header('content-length');
    if (length !== undefined && Number(length) > most) throw tooLarge(most);
    const { body } = context.req.raw;
    if (length === undefined && body !== null) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of counted(body, most)) chunks.push(chunk);
      context.req.bodyCache.arrayBuffer = new Uint8Array(Buffer.concat(chunks)).buffer;
    }
    await next();
  };

/** The bytes of a body that is not held whole, as far as it may go. One whose length is said to be more is refused unread. */
export const streamOf = (
  body: AsyncIterable<Uint8Array> | null,
  most: number,
  length?: string | undefined,
): AsyncIterable<Uint8Array> => {
  if (length !== undefined && Number(length) > most) throw tooLarge(most);
  return counted(body ?? (async function* () {})(), most);
};
