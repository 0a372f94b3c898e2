import type { Codebook } from '../../codebook/index.ts';
import type { ParsedSentence } from '../../reading/index.ts';
import type { Description } from './description.ts';
import type { Doubtful } from './doubtful.ts';
import type { Candidate, Settled } from './pronouns.ts';
import type { Quoting } from './quoting.ts';
import { createRoster, type Entry, type Roster } from './roster.ts';
import type { Features } from './salience.ts';

/** Sees the candidates of each pronoun before one is chosen: what the weights are learned from. */
export type Watch = (pronoun: Description, candidates: readonly Candidate[]) => void;

/** How pronouns are weighed. */
export interface Weighing {
  readonly weights: Features;
  readonly watch?: Watch;
}

/** The actors of a document while they are being found: who has been met, and which words mean them. */
export interface Finding {
  readonly codebook: Codebook;
  readonly weighing: Weighing;
  readonly sentences: readonly ParsedSentence[];
  readonly roster: Roster;
  /** Mentions by sentence, in the order in which they were settled. */
  readonly settledIn: readonly Settled[][];
  /** Names whose bearer only a pronoun tells. */
  readonly doubtful: Doubtful[];
  readonly byWord: Map<string, readonly Entry[]>;
  readonly quoting: Quoting;
}

const keyOf = (sentence: number, word: number): string => `${sentence}:${word}`;

/** A finding of nobody yet. */
export const startFinding = (
  codebook: Codebook,
  sentences: readonly ParsedSentence[],
  quoting: Quoting,
  weighing: Weighing,
): Finding => ({
  codebook,
  weighing,
  sentences,
  roster: createRoster(),
  settledIn: sentences.map(() => []),
  doubtful: [],
  byWord: new Map(),
  quoting,
});

/** All whom a word refers to: one, or several who share an office ("the French and Turkish ministers"). */
export const entriesAt = ({ byWord }: Finding, sentence: number, word: number): readonly Entry[] =>
  byWord.get(keyOf(sentence, word)) ?? [];

/** The first whom a word refers to. */
export const entryAt = (finding: Finding, sentence: number, word: number): Entry | undefined =>
  entriesAt(finding, sentence, word)[0];

/** Lets a word refer to an actor, beside those it refers to already. */
export const refer = (finding: Finding, sentence: number, word: number, entry: Entry): void => {
  const known = entriesAt(finding, sentence, word);
  if (!known.includes(entry)) finding.byWord.set(keyOf(sentence, word), [...known, entry]);
};

const settle = (finding: Finding, description: Description, entry: Entry): void => {
  const { sentence, head } = description.phrase;
  finding.settledIn[sentence]?.push({ sentence, head, entry });
  refer(finding, sentence, head, entry);
};

/** Lets a word that referred to one actor refer to another. */
export const move = (finding: Finding, sentence: number, head: number, from: Entry, to: Entry): void => {
  const settled = finding.settledIn[sentence] ?? [];
  const at = settled.findIndex((each) => each.head === head && each.entry === from);
  if (at >= 0) settled[at] = { sentence, head, entry: to };
  const known = entriesAt(finding, sentence, head);
  finding.byWord.set(
    keyOf(sentence, head),
    known.map((each) => (each === from ? to : each)),
  );
};

/** A name or country enters the roster, or joins the entry that it names. */
export const enter = (finding: Finding, description: Description): void =>
  settle(finding, description, finding.roster.enter(description));

/** Another mention of an actor already met. */
export const join = (finding: Finding, description: Description, entry: Entry): void => {
  finding.roster.mention(entry, description);
  settle(finding, description, entry);
};

/** Mentions settled in a sentence and in so many before it. */
export const settledNear = (finding: Finding, sentence: number, back: number): Settled[] =>
  finding.settledIn.slice(Math.max(0, sentence - back), sentence + 1).flat();
