import { type Attempt, attemptsOf, type Noticed, type WhyRealis, whyRealis } from '../extraction/index.ts';
import type { Document } from '../text/index.ts';
import { type Engine, type Reading, type ReadOptions, readDocument } from './conductor.ts';

/** A word at which patterns of events were tried, or which some share. */
export interface TriedWord {
  /** Index of the sentence, and of the word in it. */
  readonly sentence: number;
  readonly word: number;
  readonly attempts: readonly Attempt[];
}

/** A reading with what became of each pattern at each word, and what decided the realis of each event, by its id. */
export interface Explanation {
  readonly reading: Reading;
  readonly words: readonly TriedWord[];
  readonly realis: ReadonlyMap<string, WhyRealis>;
}

const realisWhys = ({ readout, sentences }: Reading, { codebook }: Engine): Map<string, WhyRealis> =>
  new Map(
    readout.events.flatMap((event) => {
      const sentence = sentences.find(({ start, end }) => start <= event.trigger.start && event.trigger.end <= end);
      const word = sentence?.tokens.findIndex(({ start }) => start === event.trigger.start) ?? -1;
      return sentence === undefined || word < 0
        ? []
        : [[event.id, whyRealis(sentence, word, event, codebook)] as const];
    }),
  );

/** Reads a document like `readDocument`, and tells which patterns of events held where, and why the others did not. */
export const explainDocument = async (
  document: Document,
  engine: Engine,
  options: ReadOptions,
): Promise<Explanation> => {
  const noticed: Noticed[] = [];
  const reading = await readDocument(document, { ...engine, watch: (each) => void noticed.push(each) }, options);
  const words = reading.sentences.flatMap((sentence, index) =>
    [...sentence.tokens.keys()].flatMap((word): TriedWord[] => {
      const own = noticed.filter((each) => each.sentence === index && each.word === word);
      const attempts = attemptsOf(sentence, word, own, engine.codebook);
      return attempts.length === 0 ? [] : [{ sentence: index, word, attempts }];
    }),
  );
  return { reading, words, realis: realisWhys(reading, engine) };
};
