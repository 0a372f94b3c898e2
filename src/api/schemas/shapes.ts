import { z } from '@hono/zod-openapi';
import { BAD_TEXT, isStorable } from '../../service/index.ts';

/** Words that a caller gives, up to so many characters. */
export const words = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine(isStorable, { error: BAD_TEXT, params: { code: 'bad-text' } });

/** What every failure looks like. */
export const failureShape = z
  .strictObject({
    ok: z.literal(false),
    error: z.strictObject({
      code: z.string().describe('For programs: stays the same from version to version.'),
      message: z.string().describe('What went wrong, and what to do.'),
      at: z.string().nullable().describe('The parameter or field that is wrong, where it is one.'),
    }),
  })
  .openapi('Failure');

/** A page of a list: `next` asks for the next one, and is null at the end. */
export const many = <T extends z.ZodType>(item: T) =>
  z.strictObject({ ok: z.literal(true), items: z.array(item), next: z.string().nullable() });

/** One thing. */
export const one = <T extends z.ZodType>(item: T) => z.strictObject({ ok: z.literal(true), item });

/** An instant as answers give it. */
export const instant = z.string().describe('ISO 8601 instant, UTC.');
