import type { ParsedSentence } from '../../reading/index.ts';
import type { Description } from './description.ts';

/** What a noun phrase says of an actor, and the sentence it stands in. */
export interface Told {
  readonly sentence: ParsedSentence;
  readonly description: Description;
  /** Is it one of several who share the phrase ("the French and Turkish | ministers")? */
  readonly isJoint: boolean;
}
