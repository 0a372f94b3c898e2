import type { Codebook } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, subtree, treeOf } from '../../reading/index.ts';
import { type Evidence, type Span, toEvidence } from '../../text/index.ts';
import type { Channel } from '../records.ts';
import { overlaps, runsOf, spanOf } from './spans.ts';

const nounPhrase = (sentence: ParsedSentence, head: number): number[] => {
  const tree = treeOf(sentence);
  const words = subtree(
    tree,
    head,
    (word) => word > head && !['flat', 'compound', 'goeswith', 'fixed'].includes(sentence.tokens[word]?.deprel ?? ''),
  );
  const run = runsOf(words).find((each) => each.includes(head)) ?? [head];
  return run.filter((word) => {
    const token = sentence.tokens[word];
    return token !== undefined && !(word < head && ['case', 'det', 'punct', 'nmod:poss', 'cc'].includes(token.deprel));
  });
};

const isName = (sentence: ParsedSentence, head: number): boolean =>
  sentence.entities.some(
    (entity) =>
      (entity.kind === 'organization' || entity.kind === 'product' || entity.kind === 'misc') &&
      entity.first <= head &&
      head <= entity.last,
  );

const withMembers = (sentence: ParsedSentence, head: number): number[] => [
  head,
  ...dependents(treeOf(sentence), head, 'conj'),
];

const toChannel = (text: string, sentence: ParsedSentence, head: number): Channel => {
  const words = nounPhrase(sentence, head);
  const span = toEvidence(text, spanOf(sentence, runsOf(words).at(-1) ?? [head]));
  return { name: span.text, span };
};

const isPerson = (sentence: ParsedSentence, head: number): boolean =>
  sentence.entities.some((entity) => entity.kind === 'person' && entity.first <= head && head <= entity.last);

/** The outlets named inside a channel's phrase: "interviews with CNN and Fox News", "a post on X". */
const outletsWithin = (sentence: ParsedSentence, head: number): number[] =>
  dependents(treeOf(sentence), head, 'nmod', 'compound')
    .flatMap((word) => withMembers(sentence, word))
    .filter((word) => isName(sentence, word) || (sentence.tokens[word]?.upos === 'PROPN' && !isPerson(sentence, word)));

const isChannelNoun = (codebook: Codebook, sentence: ParsedSentence, head: number): boolean => {
  const token = sentence.tokens[head];
  if (token === undefined || codebook.isWord('vague-channels', token.lemma)) return false;
  const words = nounPhrase(sentence, head).map((word) =>
    word === head ? token.lemma : (sentence.tokens[word]?.text ?? ''),
  );
  return codebook.channels.find(words) !== undefined || codebook.channels.find([token.text]) !== undefined;
};

const isMedia = (codebook: Codebook, sentence: ParsedSentence, head: number): boolean => {
  const words = nounPhrase(sentence, head).map((word) => sentence.tokens[word]?.text ?? '');
  return isName(sentence, head) && codebook.bodies.find(words, true)?.entry.sector === 'MED';
};

/** What hangs on a verb of saying, and on the participle beside it ("Speaking to CNN, he said"). */
const carriers = (codebook: Codebook, sentence: ParsedSentence, verb: number): number[] => {
  const tree = treeOf(sentence);
  const speaking = dependents(tree, verb, 'advcl').filter((word) =>
    codebook.isWord('speaking-participles', sentence.tokens[word]?.lemma),
  );
  return [verb, ...speaking];
};

/** The channels of a statement: what its verb says of outlet, programme, document or network. */
export const channelsOf = (
  codebook: Codebook,
  text: string,
  sentence: ParsedSentence,
  verb: number,
  content: readonly Span[],
): Channel[] => {
  const tree = treeOf(sentence);
  const candidates = carriers(codebook, sentence, verb).flatMap((carrier) => dependents(tree, carrier, 'obl'));
  const outside = candidates.filter((word) => !content.some((span) => overlaps(span, spanOf(sentence, [word]))));
  const found = outside.flatMap((word): number[] => {
    const cases = dependents(tree, word, 'case').map((mark) => sentence.tokens[mark]?.lemma ?? '');
    if (!cases.some((mark) => codebook.isWord('channel-prepositions', mark))) return [];
    if (!isChannelNoun(codebook, sentence, word))
      return withMembers(sentence, word).filter((member) => isMedia(codebook, sentence, member));
    const outlets = outletsWithin(sentence, word);
    return outlets.length > 0 ? outlets : [word];
  });
  return found.map((head) => toChannel(text, sentence, head));
};

const ACRONYM = /^\p{Lu}{2,5}$/u;

/** An outlet that is spoken to is a channel too ("told Radio Sol"). */
export const addresseeChannel = (
  codebook: Codebook,
  text: string,
  sentence: ParsedSentence,
  addressee: number | null,
): Channel[] => {
  if (addressee === null) return [];
  const isOutlet = (word: number): boolean =>
    isMedia(codebook, sentence, word) || (ACRONYM.test(sentence.tokens[word]?.text ?? '') && isName(sentence, word));
  return withMembers(sentence, addressee)
    .filter(isOutlet)
    .map((head) => toChannel(text, sentence, head));
};

/** To whom a statement is made: the object of telling, or "to reporters". */
export const addresseeOf = (
  codebook: Codebook,
  sentence: ParsedSentence,
  verb: number,
  party: number | null,
): number | null => {
  const tree = treeOf(sentence);
  const told = dependents(tree, verb, 'iobj')[0] ?? party;
  if (told !== null && told !== undefined) return told;
  const spoken = carriers(codebook, sentence, verb).flatMap((carrier) => dependents(tree, carrier, 'obl'));
  const found = spoken.find((word) => {
    const isPerson =
      sentence.tokens[word]?.upos === 'PROPN' || codebook.isWord('audiences', sentence.tokens[word]?.lemma);
    return isPerson && dependents(tree, word, 'case').some((mark) => sentence.tokens[mark]?.lemma === 'to');
  });
  return found ?? null;
};

/** The evidence of a phrase headed by a word. */
export const phraseEvidence = (text: string, sentence: ParsedSentence, head: number): Evidence => {
  const words = nounPhrase(sentence, head);
  return toEvidence(text, spanOf(sentence, runsOf(words).find((run) => run.includes(head)) ?? [head]));
};
