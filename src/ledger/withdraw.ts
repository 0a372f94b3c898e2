import type { LedgerNode, Telling } from './node.ts';

const others = <T extends { readonly document: string }>(tellings: readonly T[], document: string): readonly T[] =>
  tellings.filter((telling) => telling.document !== document);

const distinct = (values: readonly (string | null)[]): number => new Set(values.filter((value) => value !== null)).size;

const counted = (tellings: readonly Telling[]) => ({
  reports: distinct(tellings.map(({ document }) => document)),
  publishers: distinct(tellings.map(({ publisher }) => publisher)),
  origins: distinct(tellings.map(({ origin }) => origin)),
});

/**
 * A node without what one report says, before that report is placed anew; null where nothing is left of it.
 * Actors keep what they have, and situations their words: of these a report's share is not kept apart.
 */
export const withdrawReport = (node: LedgerNode, document: string): LedgerNode | null => {
  if (isKind(node, 'event') || isKind(node, 'statement')) {
    const tellings = others(node.summary.tellings, document);
    if (tellings.length === 0) return null;
    return { ...node, summary: { ...node.summary, tellings, counts: counted(tellings) } } as LedgerNode;
  }
  if (isKind(node, 'dispute')) {
    const counters = others(node.summary.counters, document);
    if (counters.length === 0 || node.summary.claim.document === document) return null;
    return { ...node, summary: { ...node.summary, counters } };
  }
  if (isKind(node, 'agenda')) {
    const steps = others(node.summary.steps, document);
    const last = steps.at(-1);
    return last === undefined ? null : { ...node, summary: { ...node.summary, steps, state: last.state } };
  }
  if (isKind(node, 'situation')) {
    const documents = node.summary.documents.filter((one) => one !== document);
    const counts = { ...node.summary.counts, reports: documents.length };
    return documents.length === 0 ? null : { ...node, summary: { ...node.summary, documents, counts } };
  }
  return node;
};

const isKind = <K extends LedgerNode['kind']>(node: LedgerNode, kind: K): node is LedgerNode<K> => node.kind === kind;
