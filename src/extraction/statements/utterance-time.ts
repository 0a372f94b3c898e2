import type { Codebook } from '../../codebook/index.ts';
import { type ParsedSentence, type ParsedToken, type Tree, treeOf } from '../../reading/index.ts';
import type { Span } from '../../text/index.ts';
import type { NearIndex } from '../near.ts';
import type { TimeExpression } from '../records.ts';
import { isDoneIn } from '../times/done-in.ts';
import { isPlacing } from '../times/placing.ts';
import { holds, overlaps } from './spans.ts';
import { headOf, isUtterance, stands } from './utterance-place.ts';

/** Relations within one phrase: "at a conference | on Friday". */
const PHRASE = /^(?:obl|nmod|obj|advcl|advmod|flat|appos|nmod:unmarked)/;

interface Said {
  readonly cueHead: number;
  readonly content: readonly Span[];
}

/** A noun whose day is that of the saying: "at a conference | on Friday", "told reporters | on Friday", not "condemned an attack | on Friday". */
const isOccasion = (tree: Tree, noun: number, codebook: Codebook): boolean => {
  const { upos, deprel, lemma } = tree.sentence.tokens[noun] as ParsedToken;
  if (upos !== 'NOUN' && upos !== 'PROPN') return false;
  const isListener = !deprel.startsWith('obj') || codebook.isWord('audiences', lemma.toLowerCase());
  return isListener && !stands(tree, noun, codebook, 'sequence');
};

/**
 * The words from a time up to the cue, or to speaking that goes along with it: "said at a | news conference | on Friday",
 * "Speaking | on Friday, she warned". Undefined where another clause lies between, or what the saying only followed
 * ("after the raid | on Monday, she demanded").
 */
const pathToCue = (tree: Tree, word: number, said: Said, codebook: Codebook): number[] | undefined => {
  const path: number[] = [];
  for (let at = word; at >= 0; at = headOf(tree, at)) {
    if (
      isUtterance(tree, at, said.cueHead, codebook) ||
      (headOf(tree, at) === said.cueHead && isDoneIn(tree, at, codebook))
    )
      return path;
    const token = tree.sentence.tokens[at];
    if (token === undefined || !PHRASE.test(token.deprel)) return undefined;
    if (path.length > 0 && !isOccasion(tree, at, codebook)) return undefined;
    if (said.content.some((span) => overlaps(span, token))) return undefined;
    path.push(at);
  }
  return undefined;
};

/** What words are issued in: "in a statement | on Monday". */
const isIssue = ({ tokens }: ParsedSentence, noun: number, codebook: Codebook): boolean =>
  codebook.isWord('documents', tokens[noun]?.lemma.toLowerCase() ?? '');

/**
 * The time at which something is said, if the text tells: of those outside the content, that of a document it is
 * said in (a day behind it may be that of what it is about), else the one that hangs nearest to the cue.
 */
export const utteranceTime = (
  sentence: ParsedSentence,
  said: Said,
  times: NearIndex<TimeExpression>,
  codebook: Codebook,
): string | null => {
  const tree = treeOf(sentence);
  const placing = times.near(sentence).filter((time) => isPlacing(time) && holds(sentence, time.span));
  const own = placing.flatMap(({ id, span }) => {
    if (said.content.some((content) => overlaps(content, span))) return [];
    const words = sentence.tokens.flatMap((token, word) => (overlaps(token, span) ? [word] : []));
    const top = words.find((word) => !words.includes(headOf(tree, word)));
    const path = top === undefined ? undefined : pathToCue(tree, top, said, codebook);
    if (path === undefined) return [];
    const [, ...nouns] = path;
    const isIssued = nouns.length === 1 && nouns.every((noun) => isIssue(sentence, noun, codebook));
    return [{ id, steps: isIssued ? -1 : nouns.length }];
  });
  return own.sort((one, other) => one.steps - other.steps)[0]?.id ?? null;
};
