import type { NearIndex } from '../near.ts';
import type { ActorIndex, FoundStatement, ReadDocument } from '../reading-of.ts';
import type { Place, TimeExpression } from '../records.ts';
import type { StatementIndex } from './asserted.ts';
import type { Lexicon } from './lexicon.ts';
import type { Known } from './parties.ts';
import type { Watch } from './watch.ts';

/** All that the finder of events is given. */
export interface Given {
  readonly read: ReadDocument;
  readonly actors: ActorIndex;
  readonly times: readonly TimeExpression[];
  readonly places: readonly Place[];
  readonly statements: readonly FoundStatement[];
  /** The same statements and times and places, by where they stand. */
  readonly near: {
    readonly statements: StatementIndex;
    readonly times: NearIndex<TimeExpression>;
    readonly places: NearIndex<Place>;
  };
  readonly lexicon: Lexicon;
  readonly known: Known;
  readonly watch: Watch | undefined;
}
