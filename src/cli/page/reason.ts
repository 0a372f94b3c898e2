import type { ParsedSentence } from '../../readout/index.ts';
import { sentenceAt, type View } from './view.ts';
import { oneLine } from './words.ts';

/** One line of a tree: a word, or a dependent with the words below it. */
export interface TreeLine {
  readonly relation: string;
  readonly words: string;
}

/** Why a row is there: its rule, and the tree of the words it hangs on. */
export interface Reason {
  readonly rule: string;
  readonly tree: readonly TreeLine[];
}

const childrenOf = (sentence: ParsedSentence): number[][] => {
  const children: number[][] = sentence.tokens.map(() => []);
  for (const [index, token] of sentence.tokens.entries()) children[token.head]?.push(index);
  return children;
};

/** The word of a span that the others hang on: the first whose head lies outside the span. */
const headOf = (sentence: ParsedSentence, span: { start: number; end: number }): number => {
  const inside = (index: number): boolean => {
    const token = sentence.tokens[index];
    return token !== undefined && token.start >= span.start && token.end <= span.end;
  };
  return sentence.tokens.findIndex((token, index) => inside(index) && !inside(token.head));
};

const below = (children: readonly (readonly number[])[], top: number): [first: number, last: number] => {
  const open = [top];
  const range: [number, number] = [top, top];
  for (let word = open.pop(); word !== undefined; word = open.pop()) {
    range[0] = Math.min(range[0], word);
    range[1] = Math.max(range[1], word);
    open.push(...(children[word] ?? []));
  }
  return range;
};

const treeLines = (text: string, sentence: ParsedSentence, span: { start: number; end: number }): TreeLine[] => {
  const head = headOf(sentence, span);
  const token = sentence.tokens[head];
  if (token === undefined) return [];
  const children = childrenOf(sentence);
  const dependents = (children[head] ?? []).filter((child) => sentence.tokens[child]?.upos !== 'PUNCT');
  return [
    { relation: token.deprel, words: `${oneLine(token.text)} (${token.upos}, ${oneLine(token.lemma)})` },
    ...dependents.map((child) => {
      const [first, last] = below(children, child);
      const words = text.slice(sentence.tokens[first]?.start, sentence.tokens[last]?.end);
      return { relation: sentence.tokens[child]?.deprel ?? '', words: oneLine(words) };
    }),
  ];
};

/** The rule behind a row, and the head of `span` with its dependents. */
export const reasonOf = (view: View, rule: string, span: { start: number; end: number }): Reason => {
  const sentence = sentenceAt(view.reading.sentences, span.start);
  return { rule, tree: sentence === undefined ? [] : treeLines(view.readout.text, sentence, span) };
};
