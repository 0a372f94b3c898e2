import { z } from 'zod';
import { examplesSchema } from './examples.ts';

const isPattern = (pattern: string): boolean => {
  try {
    new RegExp(pattern.replace(/(?<!\\[pP])\{[A-Za-z]+\}/g, '(?:x)').replace(/\(\?<[A-Za-z]+>/g, '('), 'u');
    return true;
  } catch {
    return false;
  }
};

const pattern = z.string().min(1).refine(isPattern, 'is no regular expression (classes stand in braces: {weekday})');

/** An entry of the section `calendar`. */
export const wordClassSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][A-Za-z]*$/, 'must be one word, as patterns name it: {weekday}'),
    /** Words and what they stand for; spaces stand for any white space, an apostrophe for either kind. */
    words: z.record(z.string().min(1), z.union([z.string(), z.number()])).optional(),
    /** Or a pattern: a regular expression that may name other classes. */
    pattern: pattern.optional(),
    /** Must it begin with a capital in the text ("May", "Sun")? `short`: only where it is no full word ("Sun" but "friday"). */
    capital: z.union([z.boolean(), z.literal('short')]).default(false),
  })
  .refine((entry) => (entry.words === undefined) !== (entry.pattern === undefined), 'needs either words or a pattern');

/** An entry of the section `times`. */
export const timeRuleSchema = z.strictObject({
  id: z.string().regex(/^times\/[a-z0-9-]+$/, 'must look like times/weekday'),
  /** Which reading turns what was found into a value. */
  read: z.string().min(1),
  pattern,
  examples: examplesSchema.optional(),
});

/** A class of words that time expressions are made of: "weekday" with its words and their values, or a pattern. */
export type CalendarEntry = Readonly<z.infer<typeof wordClassSchema>>;

/** A form that time expressions take: a pattern over word classes, and the name of the reading that gives it a value. */
export type TimeRuleEntry = Readonly<z.infer<typeof timeRuleSchema>>;
