import type { Description } from './description.ts';
import type { Entry } from './roster.ts';

/** A name of which only a pronoun tells that a person bears it, or another one than it seems to name. */
export interface Doubtful {
  readonly sentence: number;
  readonly head: number;
  /** Whom it names if so: somebody met already, or somebody who is no actor yet. */
  readonly entry: Entry;
  readonly description: Description;
  /** Whose namesake that is. */
  readonly of?: Entry;
}

/** What a candidate seemed to be instead: the kind that its latest name was read as, or a namesake; undefined for those in no doubt. */
export const doubtOf = (
  doubtful: readonly Doubtful[],
  entry: Entry,
  sentence: number,
  head: number,
): string | undefined => {
  const own = doubtful.filter((each) => each.entry === entry);
  if (own.length === 0) return undefined;
  if (own.some(({ of }) => of !== undefined)) return 'namesake';
  const here = own.find((each) => each.sentence === sentence && each.head === head);
  return here?.description.phrase.entity?.kind ?? 'none';
};
