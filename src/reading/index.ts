/** The room of reading (linguistic annotation): one pass of the network over a sentence gives words, tree and entities. */
export type {
  AttributionRole,
  AttributionTag,
  Entity,
  EntityKind,
  ParsedSentence,
  ParsedToken,
  Upos,
} from './parsed.ts';
export { ancestors, dependent, dependents, hasRelation, subtree, type Tree, treeOf, universal } from './tree.ts';
