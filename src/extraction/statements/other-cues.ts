import type { Codebook } from '../../codebook/index.ts';
import { dependent, dependents, type ParsedSentence, subtree, treeOf, universal } from '../../reading/index.ts';
import { type Draft, draft } from './draft.ts';
import { sourceWords } from './source.ts';
import { spanOf, wordSpans } from './spans.ts';

/** Relations of words inside a name or noun phrase to the noun that heads it. */
const INSIDE = ['compound', 'flat', 'amod', 'nmod', 'conj'];

/** The noun that heads the phrase behind "according to", also where the preposition was hung on a word inside it ("| Reuters | and two agencies"). */
const phraseHead = (sentence: ParsedSentence, word: number): number => {
  let at = word;
  for (let steps = 0; steps < sentence.tokens.length; steps += 1) {
    const token = sentence.tokens[at];
    const isInside = token !== undefined && token.head > at && INSIDE.includes(universal(token.deprel));
    if (!isInside) return at;
    at = token.head;
  }
  return at;
};

/** "According to the ministry, …": the source hangs on the clause that is the content. */
export const accordingDrafts = (sentence: ParsedSentence, index: number, text: string): Draft[] =>
  sentence.tokens.flatMap((token, word): Draft[] => {
    if (token.text.toLowerCase() !== 'according' || sentence.tokens[word + 1]?.text !== 'to') return [];
    const tree = treeOf(sentence);
    const source = phraseHead(sentence, token.head);
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
        source: spanOf(
          sentence,
          sourceWords(sentence, source).filter((each) => each > word + 1),
        ),
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
      // "Danish claim | it sank the ferry": a clause with a subject of its own, right behind the noun.
      const isBare = marks.length === 0 && dependents(tree, word, 'nsubj').includes(noun + 1);
      return (
        sentence.tokens[word]?.deprel !== 'acl:relcl' && (isBare || marks.includes('that') || marks.includes('to'))
      );
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
        source: spanOf(sentence, sourceWords(sentence, source, noun)),
        content,
        act: entry.act,
        attitude: entry.attitude,
        entry,
      }),
    ];
  });

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** "In the words of Ada Berg, the dam is a disgrace": the phrase hangs on the clause that is the content. */
export const wordingDrafts = (codebook: Codebook, sentence: ParsedSentence, index: number, text: string): Draft[] =>
  sentence.tokens.flatMap((token, word): Draft[] => {
    if (!codebook.isWord('wordings', token.text) || universal(token.deprel) !== 'obl') return [];
    const tree = treeOf(sentence);
    const mark = dependents(tree, word, 'case').find((each) =>
      codebook.isWord('wording-prepositions', sentence.tokens[each]?.lemma),
    );
    const source = ownerOf(codebook, sentence, word);
    if (mark === undefined || source === null) return [];
    const words = sourceWords(sentence, source);
    const last = Math.max(word, ...dependents(tree, source, 'case').filter((each) => each < (words[0] ?? 0)));
    const cue = source < word ? [word] : range(mark, last);
    const content = wordSpans(
      sentence,
      subtree(tree, token.head, (each) => each === word),
      text,
    );
    if (content.length === 0) return [];
    return [
      draft({
        rule: 'statements/in-the-words-of',
        sentence: index,
        cueHead: word,
        cue: spanOf(sentence, cue),
        sourceHead: source,
        source: spanOf(sentence, words),
        content,
      }),
    ];
  });
