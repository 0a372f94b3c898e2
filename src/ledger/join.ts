import { foldOf } from './folds.ts';
import type { LedgerNode, NodeKind } from './node.ts';

/** Two nodes of one kind as one, under the id of the first. It can be looked up by all that led to either. */
export const joinNodes = <K extends NodeKind>(into: LedgerNode<K>, from: LedgerNode<K>): LedgerNode<K> => {
  const { merge, keysOf } = foldOf(into.kind);
  const summary = merge(into.summary, from.summary);
  return { ...into, keys: [...new Set([...into.keys, ...from.keys, ...keysOf(summary)])], summary };
};
