import type { AgendaStep, NodeItem, NodeKind, RecordItem, RecordRef, Side } from '../../service/index.ts';
import type { Cells } from '../export/csv.ts';
import { actWords, disputeWords, enumerate, oneLine } from '../page/words.ts';
import { countsWords, dayOf, namesOf, partiesOf, quoteOf, recordEntry, stretchWords } from './record-entry.ts';
import type { Entry, Quote } from './sheet.ts';

/** Whether a node is of a kind. */
export const isNode = <K extends NodeKind>(node: NodeItem, kind: K): node is NodeItem<K> => node.kind === kind;

/** Records by the report and the id that a node names them by. */
export type Evidence = (ref: RecordRef) => RecordItem | undefined;

export const evidenceOf = (items: readonly RecordItem[]): Evidence => {
  const byRef = new Map(items.map((item) => [`${item.report.id} ${item.id}`, item]));
  return ({ document, record }) => byRef.get(`${document} ${record}`);
};

const quotesOf = (refs: readonly RecordRef[], evidence: Evidence): readonly Quote[] =>
  refs.flatMap((ref) => {
    const item = evidence(ref);
    return item === undefined ? [] : [quoteOf(item)];
  });

const knownAs = (node: NodeItem): string => oneLine(node.name) || node.id;

const actorsNamed = ({ actors }: NodeItem, ids: readonly string[], nobody: string): string => {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return namesOf(
    ids.map((id) => byId.get(id) ?? { id, name: '' }),
    nobody,
  );
};

const reviewed = ({ review }: NodeItem): readonly string[] => (review === 'none' ? [] : [review]);

/** The commonest values first. */
const valuesOf = (dated: readonly { readonly value: string; readonly reports: number }[], most = 3): string =>
  dated
    .toSorted((a, b) => b.reports - a.reports)
    .slice(0, most)
    .map(({ value }) => oneLine(value))
    .join(', ');

const actorEntry = (node: NodeItem<'actor'>): Entry => {
  const { kind, roles, affiliations, codes, names } = node.summary;
  const others = names.filter(({ value }) => value !== node.name);
  return {
    lead: kind,
    title: knownAs(node),
    label: valuesOf(codes, 1),
    notes: [
      ...[valuesOf(roles), valuesOf(affiliations)].filter((part) => part !== ''),
      ...(others.length === 0 ? [] : [`also ${valuesOf(others)}`]),
      countsWords(node.counts),
      ...reviewed(node),
      node.id,
    ],
    quotes: [],
  };
};

const stepWords = ({ state, when, published }: AgendaStep): string => {
  const time = stretchWords(when);
  const told = published === null ? '' : ` (told ${published.slice(0, 10)})`;
  return `${state}${time === null ? '' : ` for ${time}`}${told}`;
};

/** What is planned: named by the event that any of its reports tells. */
const plannedOf = (node: NodeItem<'agenda'>, evidence: Evidence, tellings: readonly RecordRef[]): string => {
  const items = [...node.summary.steps, ...tellings].map(evidence);
  const event = items.find((item) => item?.kind === 'event');
  return event?.kind === 'event' ? event.record.type : knownAs(node);
};

/** An item of the agenda: when, who and what, each step that its state went through, and the words of each. */
export const agendaEntry = (
  node: NodeItem<'agenda'>,
  evidence: Evidence,
  tellings: readonly RecordRef[] = [],
): Entry => {
  const { when, who, place, state, steps } = node.summary;
  const ofSteps = quotesOf(steps, evidence);
  return {
    lead: stretchWords(when)?.slice(0, 15) ?? 'no date yet',
    title: actorsNamed(node, who, 'somebody'),
    label: plannedOf(node, evidence, tellings),
    notes: [
      state,
      ...(place === null ? [] : [oneLine(place)]),
      ...(steps.length > 1 ? [steps.map(stepWords).join(' → ')] : []),
      countsWords(node.counts),
      ...reviewed(node),
      node.id,
    ],
    quotes: ofSteps.length > 0 ? ofSteps : quotesOf(tellings.slice(0, 2), evidence),
  };
};

const holderOf = (side: Side, evidence: Evidence): string => {
  const item = evidence(side);
  if (item === undefined) return 'somebody';
  return item.kind === 'statement' ? namesOf(item.speakers, 'somebody unnamed') : partiesOf(item);
};

const saysOf = (side: Side, evidence: Evidence): string => {
  const item = evidence(side);
  if (item === undefined) return side.kind;
  return item.kind === 'statement' ? actWords[item.record.act] : item.record.type;
};

/** A dispute: the claim first, then what is held against it. */
export const disputeEntry = (node: NodeItem<'dispute'>, evidence: Evidence): Entry => {
  const { kind, claim, counters, parties } = node.summary;
  const against = [...new Set(counters.map((side) => holderOf(side, evidence)))];
  return {
    lead: dayOf(counters[0]?.published ?? claim.published),
    title: enumerate(against),
    label: disputeWords[kind],
    notes: [
      `what ${holderOf(claim, evidence)} ${saysOf(claim, evidence)}`,
      ...(parties.length > 1 ? [`between ${actorsNamed(node, parties, '')}`] : []),
      countsWords(node.counts),
      ...reviewed(node),
      node.id,
    ],
    quotes: quotesOf([claim, ...counters], evidence),
  };
};

const situationEntry = (node: NodeItem<'situation'>): Entry => ({
  lead: dayOf(node.summary.last),
  title: knownAs(node),
  label: '',
  notes: [
    `since ${dayOf(node.summary.first)}`,
    actorsNamed(node, node.summary.actors.slice(0, 6), 'nobody named'),
    countsWords(node.counts),
    ...reviewed(node),
    node.id,
  ],
  quotes: [],
});

/** A telling of an event or a statement stands for the node: its first one. */
const toldEntry = (node: NodeItem<'event'> | NodeItem<'statement'>, evidence: Evidence): Entry => {
  const items = node.summary.tellings.flatMap((telling) => evidence(telling) ?? []);
  const [first] = items;
  const notes = [countsWords(node.counts), ...reviewed(node), node.id];
  if (first === undefined) return { lead: '', title: knownAs(node), label: node.kind, notes, quotes: [] };
  const entry = recordEntry(first);
  return { ...entry, notes: [...new Set([...entry.notes, ...notes])], quotes: items.map(quoteOf) };
};

/** A node as a row of a list, with the words that it rests on as far as they are given. */
export const nodeEntry = (node: NodeItem, evidence: Evidence): Entry => {
  if (isNode(node, 'actor')) return actorEntry(node);
  if (isNode(node, 'agenda')) return agendaEntry(node, evidence);
  if (isNode(node, 'dispute')) return disputeEntry(node, evidence);
  if (isNode(node, 'situation')) return situationEntry(node);
  return toldEntry(node as NodeItem<'event'> | NodeItem<'statement'>, evidence);
};

const named = (node: NodeItem, ids: readonly string[]): string =>
  ids.map((id) => node.actors.find((actor) => actor.id === id)?.name ?? id).join('; ');

const ownCells = (node: NodeItem): Cells => {
  if (isNode(node, 'actor')) {
    const { kind, names, roles, affiliations, codes } = node.summary;
    const values = (dated: readonly { readonly value: string }[]): string => dated.map(({ value }) => value).join('; ');
    return {
      type: kind,
      names: values(names),
      roles: values(roles),
      affiliations: values(affiliations),
      codes: values(codes),
    };
  }
  if (isNode(node, 'agenda')) {
    const { state, when, place, who, event } = node.summary;
    return { state, start: when?.start ?? null, end: when?.end ?? null, place, who: named(node, who), event };
  }
  if (isNode(node, 'dispute')) {
    const { kind, claim, counters, parties } = node.summary;
    const refs = counters.map(({ document, record }) => `${document}/${record}`).join('; ');
    return { how: kind, claim: `${claim.document}/${claim.record}`, counters: refs, parties: named(node, parties) };
  }
  if (!isNode(node, 'situation')) return {};
  const { first, last, actors } = node.summary;
  return { first, last, actors: named(node, actors) };
};

/** A node in columns. */
export const nodeCells = (node: NodeItem): Cells => ({
  kind: node.kind,
  id: node.id,
  name: node.name,
  ...ownCells(node),
  review: node.review,
  ...node.counts,
});
