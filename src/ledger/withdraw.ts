import { stepsOf } from './agenda/fold-agenda.ts';
import type { ActorSummary, AgendaStep, AgendaTelling, Dated, LedgerNode, NodeKind, SummaryOf } from './node.ts';
import { countsOf, firstOf } from './tellings.ts';

const others = <T extends { readonly document: string }>(tellings: readonly T[], document: string): readonly T[] =>
  tellings.filter((telling) => telling.document !== document);

type Withdrawing<K extends NodeKind> = (summary: SummaryOf[K], document: string) => Partial<SummaryOf[K]> | null;

const stepIn = ({ document, record, published, state, when }: AgendaTelling): AgendaStep => ({
  document,
  record,
  published,
  state,
  when,
});

/** What is put in place of some fields of a summary; null where nothing is left of the node. */
const withdrawing: { readonly [K in NodeKind]: Withdrawing<K> } = {
  actor: () => ({}),
  event: (summary, document) => {
    const tellings = others(summary.tellings, document);
    return tellings.length === 0 ? null : { tellings, counts: countsOf(tellings) };
  },
  statement: (summary, document) => {
    const tellings = others(summary.tellings, document);
    const first = firstOf(tellings);
    return first === undefined ? null : { first, tellings, counts: countsOf(tellings) };
  },
  dispute: (summary, document) => {
    const counters = others(summary.counters, document);
    return counters.length === 0 || summary.claim.document === document ? null : { counters };
  },
  agenda: (summary, document) => {
    const tellings = others(summary.tellings, document);
    if (tellings.length === 0) return null;
    const left = others(summary.steps, document);
    // What was only told again before may be what moved it now.
    const steps = left.length === summary.steps.length ? summary.steps : stepsOf(tellings.map(stepIn));
    return { steps, state: steps.at(-1)?.state ?? summary.state, tellings, counts: countsOf(tellings) };
  },
  situation: (summary, document) => {
    const documents = summary.documents.filter((one) => one !== document);
    return documents.length === 0 ? null : { documents, counts: { ...summary.counts, reports: documents.length } };
  },
};

const without = <K extends NodeKind>(
  { kind, summary }: LedgerNode<K>,
  document: string,
): Partial<SummaryOf[K]> | null => withdrawing[kind](summary, document);

/**
 * A node without what one report says, before that report is placed anew; null where nothing is left of it. Actors keep what they
 * have (`recounted` sets their counts right afterwards), and situations their words: a report's share of these is not kept apart.
 */
export const withdrawReport = (node: LedgerNode, document: string): LedgerNode | null => {
  const changed = without(node, document);
  if (changed === null) return null;
  const keys = node.keys.filter((key) => key !== `document/${document}`);
  // The fields that are put in place are of the node's own kind.
  return { ...node, keys, summary: { ...node.summary, ...changed } } as LedgerNode;
};

const recount = (now: readonly Dated<string>[], before: readonly Dated<string>[]): readonly Dated<string>[] =>
  now.map((dated) => {
    const old = before.find(({ value }) => value === dated.value);
    return old === undefined || dated.reports !== old.reports + 1 ? dated : { ...dated, reports: old.reports };
  });

/** An actor after a report that it had been in before was placed anew: that report is counted once. */
export const recounted = (now: ActorSummary, before: ActorSummary): ActorSummary => ({
  ...now,
  names: recount(now.names, before.names),
  roles: recount(now.roles, before.roles),
  affiliations: recount(now.affiliations, before.affiliations),
  codes: recount(now.codes, before.codes),
  genders: recount(now.genders, before.genders),
  counts: before.counts,
});
