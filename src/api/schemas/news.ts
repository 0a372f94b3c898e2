import { z } from '@hono/zod-openapi';
import { agendaSummary, disputeSummary, nodeLists } from './nodes.ts';
import { eventItem, reportItem, statementItem } from './records.ts';
import { instant } from './shapes.ts';

const change = z.enum(['new', 'changed']);

/** What was taken in after an entry. */
export const news = z
  .object({
    after: z.int(),
    afterAt: instant.nullable().describe('When that entry was taken in; null where there is no such entry.'),
    last: z.int().describe('The last entry that this tells of: hand it back as `after`.'),
    lastAt: instant.nullable(),
    counts: z
      .object({ reports: z.int(), statements: z.int(), events: z.int(), disputes: z.int(), agenda: z.int() })
      .describe('How many there are of each; lists end after twenty. Statements and events are those of new reports.'),
    reports: z.array(reportItem),
    disputes: z.array(z.object({ change, before: disputeSummary.nullable(), item: nodeLists.disputes.item })),
    agenda: z.array(z.object({ change, before: agendaSummary.nullable(), item: nodeLists.agenda.item })),
  })
  .openapi('News');

/** From when to when a ledger took things in. */
export const ledgerSpan = z
  .object({ first: instant.nullable(), last: instant.nullable(), entry: z.int() })
  .describe('The first and the last moment at which something was taken in, and the number of the last entry.')
  .openapi('LedgerSpan');

const wording = z
  .object({
    reason: z
      .enum(['told', 'asserts', 'same speaker'])
      .describe(
        '`told`: a telling of what is disputed; `asserts`: the statement that a telling rests on; `same speaker`: another statement about it, in the same situation, by one who speaks for this side.',
      ),
    item: z.union([statementItem, eventItem]),
  })
  .openapi('Wording');

/** What each side of a dispute said of it, the oldest first. */
export const disputeWords = z.object({ claim: z.array(wording), counter: z.array(wording) }).openapi('DisputeWords');
