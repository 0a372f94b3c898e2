import { z } from '@hono/zod-openapi';
import type { Ledger, NodeItem } from '../../service/index.ts';
import { notFound } from '../problem.ts';
import { words } from '../schemas/shapes.ts';
import { EvidenceFinder, evidenceShape } from './evidence.ts';
import { asOf, pageOf, paging, type Tool, tool } from './tool.ts';

const text = z.string().nullable();
const named = z.object({ id: z.string(), name: z.string() });
const evidence = z.array(evidenceShape).describe('The words it rests on, the oldest first.');
const list = z.strictObject({
  actor: words(200).optional().describe('The id of an actor that takes part.'),
  ...paging,
});

const agendaItem = z.object({
  id: z.string(),
  what: z.string(),
  who: z.array(named),
  state: z.string(),
  when: text,
  place: text,
  steps: z.array(z.object({ state: z.string(), published: text })),
  evidence,
});

const dispute = z.object({
  id: z.string(),
  kind: z.string(),
  what: z.string(),
  parties: z.array(named),
  claim: evidence,
  counters: evidence,
});

const dated = z.array(z.object({ value: z.string(), first: text, last: text, reports: z.int() }));

const actor = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  reports: z.int(),
  names: dated,
  roles: dated,
  affiliations: dated,
  evidence,
});

/** Mentions of an actor that are quoted. */
const QUOTED = 5;

const byId = ({ actors }: NodeItem, ids: readonly string[]) =>
  ids.map((id) => actors.find((one) => one.id === id) ?? { id, name: '' });

const toAgenda = async (item: NodeItem<'agenda'>, finder: EvidenceFinder): Promise<z.input<typeof agendaItem>> => {
  const { who, state, when, place, steps } = item.summary;
  return {
    id: item.id,
    what: item.name,
    who: byId(item, who),
    state,
    when: when?.value ?? when?.start ?? null,
    place,
    steps: steps.map((step) => ({ state: step.state, published: step.published })),
    evidence: [...(await finder.of(steps))],
  };
};

const toDispute = async (item: NodeItem<'dispute'>, finder: EvidenceFinder): Promise<z.input<typeof dispute>> => {
  const { kind, claim, counters, parties } = item.summary;
  return {
    id: item.id,
    kind,
    what: item.name,
    parties: byId(item, parties),
    claim: [...(await finder.of([claim]))],
    counters: [...(await finder.of(counters))],
  };
};

const toActor = async (
  ledger: Ledger,
  { id, name, counts, summary }: NodeItem<'actor'>,
  moment: string | null,
  finder: EvidenceFinder,
): Promise<z.input<typeof actor>> => {
  const { items: members } = await ledger.members('actor', id, { asOf: moment, limit: QUOTED });
  const plain = (values: typeof summary.roles) =>
    values.map(({ value, first, last, reports }) => ({ value, first, last, reports }));
  return {
    id,
    name,
    kind: summary.kind,
    reports: counts.reports,
    names: plain(summary.names),
    roles: plain(summary.roles),
    affiliations: plain(summary.affiliations),
    evidence: [...(await finder.of(members))],
  };
};

const inTurn = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
};

/** Tools that give what the ledger keeps across reports, with the words it rests on. */
export const nodeTools: readonly Tool[] = [
  tool({
    name: 'agenda',
    title: 'What is planned',
    description:
      'Planned and expected events with what became of them (postponed, cancelled, held …) and the words of each step.',
    input: list,
    output: z.object({ agenda: z.array(agendaItem), next: text }),
    run: async (ledger, input) => {
      const page = await ledger.nodes('agenda', { filter: { actor: input.actor }, ...pageOf(input) });
      const finder = new EvidenceFinder(ledger, input.as_of ?? null);
      return { agenda: await inTurn(page.items, (item) => toAgenda(item, finder)), next: page.next };
    },
  }),
  tool({
    name: 'disputes',
    title: 'What is disputed',
    description: 'Claims with what denies or contradicts them, the words of both sides.',
    input: list,
    output: z.object({ disputes: z.array(dispute), next: text }),
    run: async (ledger, input) => {
      const page = await ledger.nodes('dispute', { filter: { actor: input.actor }, ...pageOf(input) });
      const finder = new EvidenceFinder(ledger, input.as_of ?? null);
      return { disputes: await inTurn(page.items, (item) => toDispute(item, finder)), next: page.next };
    },
  }),
  tool({
    name: 'actor',
    title: 'Who somebody is',
    description:
      'People, organizations, countries and groups by name, or one by id: names, roles with dates, words that mention them.',
    input: z.strictObject({
      name: words(300).optional().describe('Part of a name; the likest first.'),
      id: words(200).optional(),
      limit: z.int().min(1).max(20).default(5),
      as_of: asOf,
    }),
    output: z.object({ actors: z.array(actor) }),
    run: async (ledger, input) => {
      const moment = input.as_of ?? null;
      const finder = new EvidenceFinder(ledger, moment);
      const found =
        input.id === undefined
          ? (await ledger.nodes('actor', { filter: { name: input.name }, limit: input.limit, asOf: moment })).items
          : [await ledger.node('actor', input.id, moment)];
      const nodes = found.filter((node) => node !== null);
      if (input.id !== undefined && nodes.length === 0) throw notFound(`The actor "${input.id}"`);
      return { actors: await inTurn(nodes, (node) => toActor(ledger, node, moment, finder)) };
    },
  }),
];
