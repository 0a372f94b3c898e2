import type { ActorIndex, FoundStatement, ReadDocument } from '../reading-of.ts';
import type { Place, TimeExpression } from '../records.ts';
import type { Lexicon } from './lexicon.ts';
import type { Known } from './parties.ts';

/** All that the finder of events is given. */
export interface Given {
  readonly read: ReadDocument;
  readonly actors: ActorIndex;
  readonly times: readonly TimeExpression[];
  readonly places: readonly Place[];
  readonly statements: readonly FoundStatement[];
  readonly lexicon: Lexicon;
  readonly known: Known;
}
