import { dependents, type ParsedSentence, treeOf, universal } from '../../reading/index.ts';
import { answererOf, barOf } from './binding.ts';
import { entriesAt, type Finding, join } from './finding.ts';
import { commands } from './in-clause.ts';
import type { Entry } from './roster.ts';
import type { Told } from './told.ts';

/** How many sentences back a plural pronoun looks; sentences of somebody's speech do not count. */
const SENTENCES_BACK = 2;

/** Those whom a word names together: a group, or several joined by "and" or listed behind a noun. */
const severalAt = (finding: Finding, index: number, word: number): readonly Entry[] => {
  const sentence = finding.sentences[index];
  if (sentence === undefined) return [];
  const words = [word, ...dependents(treeOf(sentence), word, 'conj')];
  const entries = [...new Set(words.flatMap((each) => entriesAt(finding, index, each)))];
  const [first] = entries;
  const isGroup = entries.length === 1 && first?.best.kind === 'group' && first.best.isGround !== true;
  return entries.length > 1 || isGroup ? entries : [];
};

const isSubject = ({ tokens }: ParsedSentence, word: number): boolean =>
  universal(tokens[word]?.deprel ?? '') === 'nsubj';

const isQuoted = ({ sentences, quoting }: Finding, index: number, word: number): boolean =>
  quoting.isQuoted(sentences[index]?.tokens[word]?.start ?? -1);

/** The only ones that a sentence names together as a subject, outside quotation marks. */
const subjectsIn = (finding: Finding, index: number): readonly Entry[] => {
  const sentence = finding.sentences[index];
  const found = (sentence?.tokens ?? []).flatMap((_, word) => {
    if (sentence === undefined || !isSubject(sentence, word) || isQuoted(finding, index, word)) return [];
    const several = severalAt(finding, index, word);
    return several.length > 0 ? [several] : [];
  });
  const [only, second] = found;
  return only !== undefined && (second === undefined || second.every((entry) => only.includes(entry))) ? only : [];
};

/** Those named together before the pronoun in its own sentence: the subject of a clause around it, else the last of any. */
const inOwnSentence = (finding: Finding, { sentence, description }: Told): readonly Entry[] => {
  const { head, sentence: index } = description.phrase;
  const isQuotedToo = isQuoted(finding, index, head);
  const answerer = answererOf(finding.codebook, sentence, head);
  const answers = (word: number): boolean => {
    const { deprel, head: above } = sentence.tokens[word] ?? {};
    return word === answerer || (deprel === 'conj' && above === answerer);
  };
  const words = sentence.tokens.flatMap((_, word) => {
    const mayBe =
      word < head &&
      !answers(word) &&
      barOf(sentence, head, word) !== 'certain' &&
      isQuoted(finding, index, word) === isQuotedToo;
    return mayBe && severalAt(finding, index, word).length > 0 ? [word] : [];
  });
  const around = words.filter((word) => commands(sentence, head, word));
  const last = around.at(-1) ?? words.at(-1);
  return last === undefined ? [] : severalAt(finding, index, last);
};

const meantBy = (finding: Finding, told: Told): readonly Entry[] => {
  const { sentence: index } = told.description.phrase;
  const own = inOwnSentence(finding, told);
  if (own.length > 0) return own;
  let back = 0;
  for (let at = index - 1; at >= 0 && back < SENTENCES_BACK; at -= 1) {
    const several = subjectsIn(finding, at);
    if (several.length > 0) return several;
    const last = (finding.sentences[at]?.tokens.length ?? 0) - 1;
    if (!(isQuoted(finding, at, 0) && isQuoted(finding, at, last))) back += 1;
  }
  return [];
};

/** CASE 4 for several: "they" joins the group, or each of those named together, that was a subject last; who is settled already stays. */
export const settlePlurals = (finding: Finding, all: readonly Told[]): void => {
  for (const told of all) {
    const { form, name, phrase } = told.description;
    if (form !== 'pronoun' || !finding.codebook.isWord('they', name)) continue;
    if (isQuoted(finding, phrase.sentence, phrase.head)) continue;
    if (entriesAt(finding, phrase.sentence, phrase.head).length > 0) continue;
    for (const entry of meantBy(finding, told)) join(finding, told.description, entry);
  }
};
