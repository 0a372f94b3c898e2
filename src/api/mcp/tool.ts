import { z } from '@hono/zod-openapi';
import type { Ledger } from '../../service/index.ts';
import { moment } from '../schemas/query.ts';
import { words } from '../schemas/shapes.ts';

/** A tool that only reads: what it takes, what it gives. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  readonly run: (ledger: Ledger, input: Readonly<Record<string, unknown>>) => Promise<Record<string, unknown>>;
}

/** A tool with the types of what it takes and gives. */
export const tool = <I extends z.ZodObject, O extends z.ZodObject>(made: {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: I;
  readonly output: O;
  readonly run: (ledger: Ledger, input: z.output<I>) => Promise<z.input<O>>;
}): Tool => made as unknown as Tool;

export const asOf = moment.optional().describe('What was known at this moment (ISO 8601). Now unless told.');

/** What lists take besides their filter. */
export const paging = {
  limit: z.int().min(1).max(50).default(10).describe('At most so many.'),
  cursor: words(1000).optional().describe('`next` of the answer before.'),
  as_of: asOf,
};

/** The page and the moment of an input, as a ledger is asked. */
export const pageOf = (input: { limit: number; cursor?: string | undefined; as_of?: string | undefined }) => ({
  limit: input.limit,
  cursor: input.cursor ?? null,
  asOf: input.as_of ?? null,
});
