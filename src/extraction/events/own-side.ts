import { dependents, type Tree } from '../../reading/index.ts';
import type { Span } from '../../text/index.ts';
import type { ActorIndex, ReadDocument } from '../reading-of.ts';
import { lemmaAt, tokenAt, type Word } from './words.ts';

/** How many sentences back others may stand whom "they" could mean. */
const SENTENCES_BACK = 2;

/** Is some group told of shortly before an offset of a sentence, which "they" there could mean? */
export const groupsBefore =
  ({ sentences }: ReadDocument, { actors }: ActorIndex) =>
  (sentence: number, { start }: Span): boolean => {
    const from = sentences[Math.max(0, sentence - SENTENCES_BACK)]?.start ?? 0;
    return actors.some(
      ({ kind, mentions }) => kind === 'group' && mentions.some((each) => each.start >= from && each.end <= start),
    );
  };

/** "They | will not end the strike", "they would": those who say what they will do. */
export const isWilling = (tree: Tree, word: Word, isFuture: (lemma: string) => boolean): boolean => {
  const { deprel, head, feats } = tokenAt(tree, word);
  const isSubject = deprel === 'nsubj' && feats.Number === 'Plur' && feats.PronType === 'Prs' && feats.Person === '3';
  return isSubject && head >= 0 && dependents(tree, head, 'aux').some((child) => isFuture(lemmaAt(tree, child)));
};
