import { z } from '@hono/zod-openapi';
import { eventItem, statementItem } from './records.ts';

const reason = { reason: z.string(), words: z.string().describe('What is said of it to people.') };

/** A row that somebody should look at, and why. */
export const doubtfulItem = z
  .object({ item: z.union([statementItem, eventItem]), reasons: z.array(z.object(reason)) })
  .openapi('DoubtfulItem');

export const reviewProgress = z
  .object({
    waiting: z.int().describe('Doubtful rows that nobody has decided on.'),
    isMore: z.boolean().describe('Whether there are more than were counted.'),
    decided: z.int().describe('Rows that people decided on since the moment that was asked for.'),
    reasons: z.array(z.object({ ...reason, waiting: z.int() })).describe('Each reason, and how many rows have it.'),
  })
  .openapi('ReviewProgress');
