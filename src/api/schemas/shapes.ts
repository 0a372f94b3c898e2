import { z } from '@hono/zod-openapi';

/** Whether PostgreSQL can keep a text: no character nought, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/** Whether all words in a value can be kept, keys too. */
export const isStorableValue = (value: unknown): boolean => {
  if (typeof value === 'string') return isStorable(value);
  if (Array.isArray(value)) return value.every(isStorableValue);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorableValue(inner));
};

/** Words that a caller gives, up to so many characters. */
export const words = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine(isStorable, 'This holds a character that no text can hold (U+0000 or half of a surrogate pair)');

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
