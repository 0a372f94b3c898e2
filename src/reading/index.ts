/** The room of reading (linguistic annotation): one pass of the network over a sentence gives words, tree and entities. */
export { entityAt } from './entity-at.ts';
export type { ModelFiles } from './model.ts';
export type {
  Attribution,
  AttributionRole,
  AttributionTag,
  Entity,
  EntityKind,
  ParsedSentence,
  ParsedToken,
  Upos,
} from './parsed.ts';
export { createReader, type Reader, type ReaderOptions } from './reader.ts';
export { ancestors, dependent, dependents, hasRelation, subtree, type Tree, treeOf, universal } from './tree.ts';
