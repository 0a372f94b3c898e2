import type { Codebook } from '../../codebook/index.ts';
import { ancestors, type EntityKind, entityAt, type ParsedSentence, treeOf } from '../../reading/index.ts';
import type { Document } from '../../text/index.ts';
import { type Draft, draft } from './draft.ts';
import { spanOf, wordSpans } from './spans.ts';

const DASH = /^(?:[\u2013\u2014-]|--)$/;
const LONGEST_SOURCE = 6;
/** Behind the news a source is short: "Border to reopen: police". */
const LONGEST_LAST_SOURCE = 4;
/** What may speak by its name. */
const NAMES: readonly EntityKind[] = ['person', 'organization', 'location', 'norp'];
const FEWEST_SAID = 3;

const headOf = (sentence: ParsedSentence, words: readonly number[]): number =>
  words.find((word) => !ancestors(treeOf(sentence), word).some((above) => words.includes(above))) ?? words[0] ?? 0;

const isVerbal = (sentence: ParsedSentence, word: number): boolean =>
  sentence.tokens[word]?.upos === 'VERB' || sentence.tokens[word]?.upos === 'AUX';

/** May the words name a source: a name, a title, a body, people without a name, a document; and no clause? */
export const isSource = (codebook: Codebook, sentence: ParsedSentence, words: readonly number[]): boolean => {
  if (words.length === 0 || words.length > LONGEST_SOURCE || words.some((word) => isVerbal(sentence, word)))
    return false;
  const head = headOf(sentence, words);
  const token = sentence.tokens[head];
  const texts = words.map((word) => sentence.tokens[word]?.text ?? '');
  const own = texts.slice(0, words.indexOf(head) + 1);
  const isNamed = NAMES.includes(entityAt(sentence, head)?.kind ?? 'date');
  return (
    isNamed ||
    codebook.titles.find(own) !== undefined ||
    codebook.bodies.find(own) !== undefined ||
    codebook.isWord('unnamed', token?.text) ||
    codebook.isWord('group-singular', token?.text) ||
    codebook.channels.find([token?.lemma ?? ''])?.entry.speaks === true ||
    words.every((word) => sentence.tokens[word]?.upos === 'PROPN')
  );
};

/** A headline parted by its mark: which part is the source, and which is said. */
interface Parts {
  readonly rule: string;
  readonly mark: number;
  readonly source: readonly number[];
  readonly said: readonly number[];
}

/** CASES: "News – Source", "News: Source" where the source is short and the news has a verb, "Source: News". */
const partsOf = (sentence: ParsedSentence): Parts[] => {
  const all = sentence.tokens.map((_, word) => word);
  const isParted = (word: number): boolean => sentence.tokens[word]?.start !== sentence.tokens[word - 1]?.end;
  const dash = all.findLast((word) => DASH.test(sentence.tokens[word]?.text ?? '') && isParted(word));
  const colon = all.find((word) => sentence.tokens[word]?.text === ':');
  const parts: Parts[] = [];
  if (dash !== undefined)
    parts.push({ rule: 'statements/headline-dash', mark: dash, source: all.slice(dash + 1), said: all.slice(0, dash) });
  if (colon === undefined) return parts;
  const [before, after] = [all.slice(0, colon), all.slice(colon + 1)];
  if (after.length <= LONGEST_LAST_SOURCE && before.some((word) => isVerbal(sentence, word)))
    parts.push({ rule: 'statements/headline-colon-last', mark: colon, source: after, said: before });
  return [...parts, { rule: 'statements/headline-colon', mark: colon, source: before, said: after }];
};

const HEADLINES = ['heading', 'related', 'dek'];

/** Whether a sentence is one of a headline, of a line under it, or of a link to another report. */
export const isHeadline = (document: Document, { block }: ParsedSentence): boolean =>
  HEADLINES.includes(document.blocks[block]?.kind ?? '');

/** Headlines that attribute with a dash ("… – Minister") or a colon ("Minister: …", "…: Report"). */
export const headlineDrafts = (
  codebook: Codebook,
  document: Document,
  sentence: ParsedSentence,
  index: number,
  text: string,
): Draft[] => {
  if (!isHeadline(document, sentence)) return [];
  const found = partsOf(sentence).find(
    ({ source, said }) => said.length >= FEWEST_SAID && isSource(codebook, sentence, source),
  );
  if (found === undefined) return [];
  return [
    draft({
      rule: found.rule,
      sentence: index,
      cueHead: found.mark,
      cue: spanOf(sentence, [found.mark]),
      sourceHead: headOf(sentence, found.source),
      source: spanOf(sentence, found.source),
      content: wordSpans(sentence, found.said, text),
    }),
  ];
};
