import type { Codebook } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, type ParsedToken, treeOf, universal } from '../../reading/index.ts';
import type { Document } from '../../text/index.ts';
import { isHeadline } from './headlines.ts';

/** "Norway says | Danish claim it sank ferry | is false", by words: the noun, its claimant, its verb, and what is said of it. */
interface Claim {
  /** The verb of saying above all of it. */
  readonly above: number;
  readonly noun: number;
  readonly lemma: string;
  readonly verb: number;
  readonly copula: number;
  readonly verdict: number;
}

const lemmaOf = (codebook: Codebook, { text }: ParsedToken): string | undefined => {
  const word = text.toLowerCase();
  return [word, word.replace(/s$/, '')].find((form) => codebook.isWord('utterances', form));
};

/** The verb above a word, over verbs that stand behind the word or in its own clause. */
const sayingAbove = (sentence: ParsedSentence, noun: number): number => {
  let at = noun;
  for (let steps = 0; steps < sentence.tokens.length && at >= noun; steps += 1) at = sentence.tokens[at]?.head ?? -1;
  return sentence.tokens[at]?.upos === 'VERB' ? at : -1;
};

const claimAt = (codebook: Codebook, sentence: ParsedSentence, noun: number): Claim | null => {
  const { tokens } = sentence;
  const [token, pronoun] = [tokens[noun], tokens[noun + 1]];
  if (token === undefined || pronoun === undefined || !['NOUN', 'VERB'].includes(token.upos)) return null;
  const lemma = lemmaOf(codebook, token);
  if (lemma === undefined || pronoun.upos !== 'PRON' || universal(pronoun.deprel) !== 'nsubj') return null;
  const verb = noun + 2;
  const copula = tokens.findIndex(({ text }, word) => word > verb && /^(?:is|are)$/i.test(text));
  const verdict = tokens[copula]?.head ?? -1;
  const above = sayingAbove(sentence, noun);
  const isParted = tokens.some(
    ({ upos }, word) => verb < word && word < copula && ['PUNCT', 'CCONJ', 'SCONJ', 'PRON', 'AUX'].includes(upos),
  );
  const isPast = tokens[verb]?.upos === 'VERB' && tokens[verb]?.feats.Tense === 'Past';
  if (!isPast || verdict <= copula || above < 0 || isParted) return null;
  return { above, noun, lemma, verb, copula, verdict };
};

/** The places that the claim's own words take: the noun, who claims, its verb with its subject, and the verdict. */
const newPlaces = ({ above, noun, lemma, verb, verdict }: Claim): ReadonlyMap<number, Partial<ParsedToken>> =>
  new Map<number, Partial<ParsedToken>>([
    ...(noun - 1 > above ? [[noun - 1, { head: noun, deprel: 'nmod:poss' }] as const] : []),
    [noun, { upos: 'NOUN', lemma, head: verdict, deprel: 'nsubj' }],
    [verb - 1, { head: verb, deprel: 'nsubj' }],
    [verb, { head: noun, deprel: 'acl' }],
    [verdict, { head: above, deprel: 'ccomp' }],
  ]);

/** Where another word hangs: what the claim says stays below its verb, what follows below the verdict. */
const movedTo = (
  sentence: ParsedSentence,
  { noun, verb, copula, verdict }: Claim,
  word: number,
): Partial<ParsedToken> => {
  const token = sentence.tokens[word];
  const head = token?.head ?? -1;
  if (word > copula) return noun <= head && head < copula ? { head: verdict } : {};
  if (word <= verb || word === copula || (noun < head && head < copula)) return {};
  const isClausal = token?.upos === 'VERB' || dependents(treeOf(sentence), word, 'mark').length > 0;
  return { head: verb, deprel: isClausal ? 'xcomp' : 'obj' };
};

/**
 * A headline in which a claim is a noun though the parser takes it for a verb, with the claim and the verdict on it parted:
 * "Norway says Danish claim it sank ferry is false". Only where the claim is told as past and the verdict as present, so that
 * "ministers claim it knew the ferry was full" stays as it is. Returns the sentence itself where there is no such claim.
 */
export const withClaimNouns = (codebook: Codebook, document: Document, sentence: ParsedSentence): ParsedSentence => {
  if (!isHeadline(document, sentence)) return sentence;
  const claim = sentence.tokens.map((_, noun) => claimAt(codebook, sentence, noun)).find((found) => found !== null);
  if (claim === undefined || claim === null) return sentence;
  const places = newPlaces(claim);
  return {
    ...sentence,
    tokens: sentence.tokens.map((token, word) => ({
      ...token,
      ...(places.get(word) ?? movedTo(sentence, claim, word)),
    })),
  };
};
