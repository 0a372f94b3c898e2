import { documentId } from '../text/index.ts';
import type { NodeKind, RecordRef } from './node.ts';

/** The id of the node that a record begins: the same record always begins the same node. */
export const nodeId = (kind: NodeKind, { document, record }: RecordRef): string =>
  `${kind}:${documentId(`${document}|${record}`).slice(0, 16)}`;
