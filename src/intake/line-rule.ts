import type { Byline } from './byline.ts';
import type { Draft, Piece } from './draft.ts';
import type { Line, LineBlock } from './line.ts';

/** A line with its place in the layout. */
export interface Entry {
  readonly line: Line;
  readonly block: LineBlock;
  /** Whether the next entry stands in the same block. */
  readonly hasNextInBlock: boolean;
}

/** All that a rule may look at: the lines, which one is read, what is known so far, and which rule read the line before. */
export interface Context {
  readonly entries: readonly Entry[];
  readonly index: number;
  readonly draft: Draft;
  readonly last: string;
  /** Whether running text has come. */
  readonly isStarted: boolean;
}

/** What a rule adds: fields of the draft, and pieces to set after those that it has. */
export type Effect = Partial<Draft>;

/** A rule reads one line in its place and says what it adds to the draft; null if the line is not its own. */
export interface LineRule {
  readonly id: string;
  readonly read: (entry: Entry, context: Context) => Effect | null;
}

/** Whether a line ends like a sentence. */
export const hasStop = (text: string): boolean => /[.!?…]["'”’)\]]*$/.test(text.trim());
/** The effect of setting pieces after those that a draft has. */
export const add = (...pieces: readonly Piece[]): Effect => ({ pieces });
/** Whether no running text has come yet. */
export const isHead = ({ isStarted }: Context): boolean => !isStarted;
/** The line after the one that is read. */
export const next = ({ entries, index }: Context): Entry | undefined => entries[index + 1];

/** The effect of a byline: what is known already stands. */
export const sign = (draft: Draft, byline: Byline): Effect => ({
  byline: draft.byline.length > 0 ? draft.byline : byline.people,
  agency: draft.agency ?? byline.agency,
});
