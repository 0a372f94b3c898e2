import type { EventEntry, RoleCondition } from '../../codebook/index.ts';
import type { Word } from './words.ts';

/** What became of a pattern at a word: whether it holds there, and if not, which of its demands failed. */
export type Verdict =
  | { readonly kind: 'holds'; readonly actors: readonly string[]; readonly recipients: readonly string[] }
  /** A condition of `where` fails; `words` are what stands in that role. */
  | {
      readonly kind: 'where-fails';
      readonly role: string;
      readonly condition: RoleCondition;
      readonly words: readonly Word[];
    }
  /** A condition of `unless` holds. */
  | {
      readonly kind: 'barred';
      readonly role: string;
      readonly condition: RoleCondition;
      readonly words: readonly Word[];
    }
  /** `needs` parties that are unknown. */
  | { readonly kind: 'needs'; readonly parties: readonly string[] }
  /** Its subject is a thing, which acts on nobody's behalf. */
  | { readonly kind: 'thing' }
  /** The word only describes a noun ("the recognized government"). */
  | { readonly kind: 'describes' }
  /** Another pattern says more about the word. */
  | { readonly kind: 'worse'; readonly than: string }
  /** What is promised is hostile, so that it counts as another pattern's event. */
  | { readonly kind: 'turned'; readonly into: string }
  /** The word belongs to what another pattern names ("impose | sanctions"). */
  | { readonly kind: 'part'; readonly of: string }
  /** The words judge a meeting rather than tell it. */
  | { readonly kind: 'judged' }
  /** It is told in general, only supposed of nobody, only to be prevented, or one's own affair. */
  | { readonly kind: 'idle' }
  /** Neither who nor whom is known. */
  | { readonly kind: 'nobody' };

/** A verdict with the place and the pattern that it is about; of several about the same, the last holds. */
export interface Noticed {
  /** Index of the sentence. */
  readonly sentence: number;
  readonly word: Word;
  readonly entry: EventEntry;
  readonly verdict: Verdict;
}

/** Is told of each pattern that is tried at a word, for those who want to see why. */
export type Watch = (noticed: Noticed) => void;

/** The same for one sentence. */
export type SentenceWatch = (word: Word, entry: EventEntry, verdict: Verdict) => void;
