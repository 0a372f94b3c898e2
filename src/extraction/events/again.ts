import type { ParsedSentence, Tree } from '../../reading/index.ts';
import type { Span } from '../../text/index.ts';
import type { TimeExpression } from '../records.ts';
import type { Lexicon } from './lexicon.ts';
import type { Match } from './match.ts';
import { belongingTo } from './surroundings.ts';

/** A second time at which an act was done, and the word that says so. */
export interface Repeat {
  readonly trigger: Span;
  readonly time: TimeExpression;
}

const JOINING: readonly string[] = ['CCONJ', 'PUNCT'];

/** The word for "again" before a time that is joined to another: "in May | and again | in June". */
const againBefore = ({ tokens }: ParsedSentence, { span }: TimeExpression, { codebook }: Lexicon): Span | undefined => {
  const first = tokens.findIndex(({ start }) => start >= span.start);
  const at = tokens[first - 1]?.upos === 'ADP' ? first - 2 : first - 1;
  const [word, before] = [tokens[at], tokens[at - 1]];
  if (word === undefined || before === undefined) return undefined;
  return codebook.isWord('again', word.lemma) && JOINING.includes(before.upos) ? word : undefined;
};

/** Is a time one at which something told of an earlier time was done again? */
export const isAgain = (tree: Tree, time: TimeExpression, lexicon: Lexicon): boolean =>
  againBefore(tree.sentence, time, lexicon) !== undefined;

/** The further times at which what a match tells was done: each is a happening of its own (codebook, ruling 11). */
export const repeatsOf = (
  matches: readonly Match[],
  times: readonly TimeExpression[],
  lexicon: Lexicon,
): ((match: Match) => Repeat[]) => {
  const tree = matches[0]?.site.tree;
  const further = tree === undefined ? [] : times.filter((time) => isAgain(tree, time, lexicon));
  const among = belongingTo(matches, further, lexicon);
  return (match) =>
    among(match).flatMap((time) => {
      const trigger = againBefore(match.site.tree.sentence, time, lexicon);
      return trigger === undefined ? [] : [{ trigger, time }];
    });
};
