import { z } from '@hono/zod-openapi';
import { counted, type EventItem, type Filter, type StatementItem } from '../../service/index.ts';
import { savedFilter } from '../schemas/saved.ts';
import { words } from '../schemas/shapes.ts';
import { eventEvidence, evidenceShape, statementEvidence } from './evidence.ts';
import { asOf, pageOf, paging, type Tool, tool } from './tool.ts';

const text = z.string().nullable();
const actor = z.object({ id: z.string(), name: z.string() });
const shared = {
  id: z.string(),
  node: z.string().describe('What it is across reports.'),
  told: z.object({ reports: z.int(), publishers: z.int(), origins: z.int() }),
  review: z.string().describe('What people said of it.'),
  evidence: evidenceShape,
};

const statement = z.object({
  ...shared,
  speakers: z.array(actor).describe('Empty where nobody is named.'),
  act: z.string(),
  said: text.describe('When it was said, where the report tells.'),
  content: z.string(),
});

const event = z.object({
  ...shared,
  type: z.string(),
  realis: z
    .string()
    .describe('Whether it happened, is planned, expected, possible, asked for, conditional, or negated.'),
  actors: z.array(actor),
  recipients: z.array(actor),
  when: z.object({ start: z.string(), end: text }).nullable(),
  place: text,
  claimed: z.boolean().describe('Only somebody in the report says so; the report does not say it itself.'),
  sentence: z.string(),
});

const toStatement = (item: StatementItem): z.input<typeof statement> => ({
  id: item.id,
  node: item.node,
  told: item.counts,
  review: item.review,
  speakers: [...item.speakers],
  act: item.record.act,
  said: item.said?.start ?? null,
  content: item.record.content.map(({ text: said }) => said).join(' … '),
  evidence: statementEvidence(item),
});

const toEvent = (item: EventItem): z.input<typeof event> => ({
  id: item.id,
  node: item.node,
  told: item.counts,
  review: item.review,
  type: item.record.type,
  realis: item.record.realis,
  actors: [...item.actors],
  recipients: [...item.recipients],
  when: item.when === null ? null : { start: item.when.start, end: item.when.end },
  place: item.place?.name ?? null,
  claimed: item.record.assertedBy.length > 0,
  sentence: item.sentence,
  evidence: eventEvidence(item),
});

const filter = savedFilter.optional();
const list = z.strictObject({ filter, ...paging });
// The schema has checked each field.
const asked = (given: z.output<typeof filter>): Filter => (given ?? {}) as Filter;

/** Tools that give records, each with the words it rests on. */
export const recordTools: readonly Tool[] = [
  tool({
    name: 'search',
    title: 'Search statements and events',
    description:
      'Finds statements and events by words (as in a search engine: "exact words", or, -without), with evidence.',
    input: z.strictObject({ text: words(500), limit: paging.limit, as_of: asOf }),
    output: z.object({ statements: z.array(statement), events: z.array(event) }),
    run: async (ledger, input) => {
      const query = { filter: { text: input.text }, ...pageOf(input) };
      const [statements, events] = await Promise.all([ledger.statements(query), ledger.events(query)]);
      return { statements: statements.items.map(toStatement), events: events.items.map(toEvent) };
    },
  }),
  tool({
    name: 'statements',
    title: 'Who said what',
    description: 'Statements by filter, the newest report’s first: speakers, act, content, with evidence.',
    input: list,
    output: z.object({ statements: z.array(statement), next: text }),
    run: async (ledger, input) => {
      const { items, next } = await ledger.statements({ filter: asked(input.filter), ...pageOf(input) });
      return { statements: items.map(toStatement), next };
    },
  }),
  tool({
    name: 'events',
    title: 'Who did what to whom',
    description:
      'Events by filter, the newest report’s first; each says whether it happened and whether it is only claimed.',
    input: list,
    output: z.object({ events: z.array(event), next: text }),
    run: async (ledger, input) => {
      const { items, next } = await ledger.events({ filter: asked(input.filter), ...pageOf(input) });
      return { events: items.map(toEvent), next };
    },
  }),
  tool({
    name: 'timeline',
    title: 'How much of it when',
    description:
      'Counts statements (by act) or events (by type) in each day, week, month or year, with the newest ones as evidence.',
    input: z.strictObject({ kind: z.enum(['statement', 'event']), by: z.enum(counted), filter, as_of: asOf }),
    output: z.object({
      counts: z.array(z.object({ start: z.string(), label: z.string(), records: z.int() })),
      examples: z.array(evidenceShape),
    }),
    run: async (ledger, input) => {
      const query = { filter: asked(input.filter), ...pageOf({ limit: 3, as_of: input.as_of }) };
      const counts = await ledger.counts(input.kind, input.by, query);
      const examples =
        input.kind === 'statement'
          ? (await ledger.statements(query)).items.map(statementEvidence)
          : (await ledger.events(query)).items.map(eventEvidence);
      return { counts: counts.map((one) => ({ ...one })), examples };
    },
  }),
];
