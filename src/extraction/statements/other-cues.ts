import type { Codebook } from '../../codebook/index.ts';
import { ancestors, dependent, dependents, type ParsedSentence, subtree, treeOf } from '../../reading/index.ts';
import type { Document } from '../../text/index.ts';
import type { Draft } from './draft.ts';
import { sourceWords } from './source.ts';
import { spanOf, wordSpans } from './spans.ts';

const draft = (
  parts: Pick<Draft, 'rule' | 'sentence' | 'cueHead' | 'cue' | 'sourceHead' | 'source' | 'content'> & Partial<Draft>,
): Draft => ({
  act: 'say',
  attitude: false,
  entry: undefined,
  addresseeHead: null,
  ...parts,
});

/** "According to the ministry, …": the source hangs on the clause that is the content. */
export const accordingDrafts = (sentence: ParsedSentence, index: number, text: string): Draft[] =>
  sentence.tokens.flatMap((token, word): Draft[] => {
    if (token.text.toLowerCase() !== 'according' || sentence.tokens[word + 1]?.text !== 'to') return [];
    const tree = treeOf(sentence);
    const source = token.head;
    const clause = sentence.tokens[source]?.head ?? -1;
    if (source < 0 || clause < 0) return [];
    const content = wordSpans(
      sentence,
      subtree(tree, clause, (each) => each === source),
      text,
    );
    if (content.length === 0) return [];
    return [
      draft({
        rule: 'statements/according-to',
        sentence: index,
        cueHead: clause,
        cue: spanOf(sentence, [word, word + 1]),
        sourceHead: source,
        source: spanOf(sentence, sourceWords(sentence, source)),
        content,
      }),
    ];
  });

const ownerOf = (codebook: Codebook, sentence: ParsedSentence, noun: number): number | null => {
  const tree = treeOf(sentence);
  const owner = dependent(tree, noun, 'nmod:poss');
  if (owner >= 0) return owner;
  const by = dependents(tree, noun, 'nmod').find((word) =>
    dependents(tree, word, 'case').some((mark) => codebook.isWord('owner-prepositions', sentence.tokens[mark]?.lemma)),
  );
  return by ?? null;
};

/** Noun cues with a clause as content: "his claim that …", "a pledge by the party to …". */
export const nounDrafts = (codebook: Codebook, sentence: ParsedSentence, index: number, text: string): Draft[] =>
  sentence.tokens.flatMap((token, noun): Draft[] => {
    const [entry] = token.upos === 'NOUN' ? codebook.cues.ofNoun(token.lemma) : [];
    if (entry === undefined) return [];
    const tree = treeOf(sentence);
    const clause = dependents(tree, noun, 'acl', 'ccomp').find((word) => {
      const marks = dependents(tree, word, 'mark').map((mark) => sentence.tokens[mark]?.lemma ?? '');
      return sentence.tokens[word]?.deprel !== 'acl:relcl' && (marks.includes('that') || marks.includes('to'));
    });
    const source = ownerOf(codebook, sentence, noun);
    if (clause === undefined || source === null) return [];
    const content = wordSpans(sentence, subtree(tree, clause), text);
    return [
      draft({
        rule: `statements/noun/${entry.id}`,
        sentence: index,
        cueHead: noun,
        cue: spanOf(sentence, [noun]),
        sourceHead: source,
        source: spanOf(sentence, sourceWords(sentence, source)),
        content,
        act: entry.act,
        attitude: entry.attitude,
        entry,
      }),
    ];
  });

const DASH = /^(?:[\u2013\u2014-]|--)$/;
const LONGEST_SOURCE = 6;

const isSpeaker = (codebook: Codebook, sentence: ParsedSentence, words: readonly number[]): boolean => {
  const tokens = words.map((word) => sentence.tokens[word]?.text ?? '');
  if (words.some((word) => sentence.tokens[word]?.upos === 'VERB' || sentence.tokens[word]?.upos === 'AUX'))
    return false;
  const named = sentence.entities.some(
    (entity) => ['person', 'organization', 'location', 'norp'].includes(entity.kind) && words.includes(entity.last),
  );
  return (
    named ||
    codebook.titles.find(tokens) !== undefined ||
    codebook.bodies.find(tokens) !== undefined ||
    tokens.every((word) => /^\p{Lu}/u.test(word)) ||
    /s$/.test(tokens.at(-1) ?? '')
  );
};

const headOf = (sentence: ParsedSentence, words: readonly number[]): number =>
  words.find((word) => !ancestors(treeOf(sentence), word).some((above) => words.includes(above))) ?? words[0] ?? 0;

/** Headlines that attribute with a dash ("… – Minister") or a colon ("Minister: …"). */
export const headlineDrafts = (
  codebook: Codebook,
  document: Document,
  sentence: ParsedSentence,
  index: number,
  text: string,
): Draft[] => {
  const kind = document.blocks[sentence.block]?.kind;
  if (kind !== 'heading' && kind !== 'related' && kind !== 'dek') return [];
  const last = sentence.tokens.length - 1;
  const all = sentence.tokens.map((_, word) => word);
  const dash = all.findLast(
    (word) =>
      DASH.test(sentence.tokens[word]?.text ?? '') && sentence.tokens[word]?.start !== sentence.tokens[word - 1]?.end,
  );
  const colon = all.find((word) => sentence.tokens[word]?.text === ':');
  const parts: readonly (readonly [mark: number | undefined, source: number[], content: number[]])[] = [
    [dash, all.slice((dash ?? last) + 1), all.slice(0, dash ?? 0)],
    [colon, all.slice(0, colon ?? 0), all.slice((colon ?? last) + 1)],
  ];
  for (const [mark, source, content] of parts) {
    if (mark === undefined || source.length === 0 || source.length > LONGEST_SOURCE || content.length < 3) continue;
    if (!isSpeaker(codebook, sentence, source)) continue;
    return [
      draft({
        rule: DASH.test(sentence.tokens[mark]?.text ?? '') ? 'statements/headline-dash' : 'statements/headline-colon',
        sentence: index,
        cueHead: mark,
        cue: spanOf(sentence, [mark]),
        sourceHead: headOf(sentence, source),
        source: spanOf(sentence, source),
        content: wordSpans(sentence, content, text),
      }),
    ];
  }
  return [];
};
