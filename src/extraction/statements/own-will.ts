import type { Codebook } from '../../codebook/index.ts';
import { dependent, dependents, type ParsedSentence, treeOf } from '../../reading/index.ts';
import type { ActorIndex } from '../reading-of.ts';
import type { SpeechAct } from '../records.ts';
import { isNegated } from './cue-words.ts';
import type { Draft } from './draft.ts';
import { wordsIn } from './learned.ts';

/** Is a pronoun for bodies and groups ("it", "they") one of those who speak, where nothing else is known of it? */
const isBodyAgain = (codebook: Codebook, text: string, speakers: readonly string[], bodies: ReadonlySet<string>) =>
  (codebook.isWord('it', text) || codebook.isWord('they', text)) && speakers.every((id) => bodies.has(id));

/**
 * What those who speak say of themselves in the third person: "the rebels said they would free them" promises, "said it would
 * not" refuses (codebook, ruling 1). Undefined where the content says something else.
 */
export const actOfOwnWill = (
  codebook: Codebook,
  sentence: ParsedSentence,
  { content, sentence: index, act, attitude }: Draft,
  speakers: readonly string[],
  actors: ActorIndex,
  bodies: ReadonlySet<string>,
): SpeechAct | undefined => {
  if (act !== 'say' || attitude || speakers.length === 0) return undefined;
  const tree = treeOf(sentence);
  const words = wordsIn(sentence, content);
  const root = words.find((word) => !words.includes(sentence.tokens[word]?.head ?? -1)) ?? -1;
  const subject = dependent(tree, root, 'nsubj');
  const token = sentence.tokens[subject];
  if (token === undefined || sentence.tokens[root]?.upos !== 'VERB' || token.deprel === 'nsubj:pass') return undefined;
  const known = actors.actorsAt({ sentence: index, token: subject });
  const own =
    known.length > 0
      ? known.every((id) => speakers.includes(id))
      : isBodyAgain(codebook, token.text.toLowerCase(), speakers, bodies);
  const will = dependents(tree, root, 'aux').some((word) =>
    codebook.isWord('reported-futures', sentence.tokens[word]?.lemma),
  );
  if (!own || !will || dependents(tree, root, 'advcl').some((clause) => isConditional(sentence, clause)))
    return undefined;
  return isNegated(codebook, sentence, root) ? 'refuse' : 'promise';
};

const isConditional = (sentence: ParsedSentence, clause: number): boolean =>
  dependents(treeOf(sentence), clause, 'mark').some((mark) => sentence.tokens[mark]?.lemma === 'if');
