import type { Review } from '../../store/index.ts';

/** What records are asked for. All that is given must hold; of a list, one. */
export interface Filter {
  /** Words to find, as in a search engine: `"exact words"`, `or`, `-without`. */
  readonly text?: string | undefined;
  /** Actor nodes that take part in any role. */
  readonly actor?: readonly string[] | undefined;
  /** Events of the first on the second; statements of the first about the second. */
  readonly dyad?: readonly [string, string] | undefined;
  readonly type?: readonly string[] | undefined;
  readonly realis?: readonly string[] | undefined;
  readonly act?: readonly string[] | undefined;
  /** Part of a channel's name. */
  readonly channel?: string | undefined;
  /** ISO 3166-1 alpha-3 codes of countries. */
  readonly country?: readonly string[] | undefined;
  /** Events at these places, by the ids that places are counted with. */
  readonly place?: readonly string[] | undefined;
  /** What it tells of begins from here, and before this (half-open); where no time is told, its report was published then. */
  readonly when_from?: string | undefined;
  readonly when_until?: string | undefined;
  /** Reports published from here, and until here (ISO 8601; half-open). */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Told by at least so many origins. */
  readonly origins?: number | undefined;
  readonly review?: readonly Review[] | undefined;
  readonly document?: string | undefined;
  /** The id of a record: reports of the same words share it. */
  readonly record?: string | undefined;
  readonly situation?: string | undefined;
  readonly node?: string | undefined;
  /** Statements that are thoughts and wishes, or those that are not. */
  readonly attitude?: boolean | undefined;
}
