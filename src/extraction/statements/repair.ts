import type { Attribution, ParsedSentence } from '../../reading/index.ts';
import type { Span } from '../../text/index.ts';
import type { Draft } from './draft.ts';
import { headOf, wordsIn } from './learned.ts';
import { holds, overlaps } from './spans.ts';

/** "accused | Russia | of …": the party addressed or accused is no part of the content (codebook, ruling 19). */
const withoutParty = (
  sentence: ParsedSentence,
  { addresseeHead, content }: Draft,
  learned: readonly Span[],
): readonly Span[] => {
  const party = sentence.tokens[addresseeHead ?? -1];
  const said = content[0];
  if (party === undefined || said === undefined || party.start >= said.start) return learned;
  return learned.map((span) =>
    holds(span, party) && said.start < span.end ? { start: said.start, end: span.end } : span,
  );
};

/** The cue from the rule's negation ("neither confirmed nor denied") up to a phrase that is the channel ("said | in a statement"). */
const repairedCue = (sentence: ParsedSentence, { cue }: Draft, learned: Span): Span => {
  if (cue.end <= learned.start || learned.end <= cue.start) return learned;
  const tail = wordsIn(sentence, [{ start: cue.end, end: learned.end }]);
  const isPhrase = tail.some((word) => sentence.tokens[word]?.deprel.startsWith('obl') === true);
  return { start: Math.min(cue.start, learned.start), end: isPhrase ? cue.end : learned.end };
};

/**
 * CASES in which the rule sees better where the parts are: a noun's clause, a channel inside the content, what something is called
 * ("dismissed | as baseless") where the head takes "as" into the cue, a source of several parts ("Norway's minister, Ada Berg, said")
 * of which the head takes one for content.
 */
const isRuled = ({ rule, cue, source, content, strayed = [] }: Draft, learned: Attribution): boolean =>
  rule.startsWith('statements/noun/') ||
  strayed.length > 0 ||
  (rule.startsWith('statements/verb-complement/') &&
    content.some((span) => overlaps(span, learned.cue)) &&
    overlaps(cue, learned.cue)) ||
  (source !== null && learned.content.some((span) => overlaps(span, source)));

/** "declined to say | how much": the speaking that is declined belongs to the cue, as long as something is left that is not said. */
export const withSpeaking = (sentence: ParsedSentence, draft: Draft): Draft => {
  const [first, ...others] = draft.content;
  if (draft.act !== 'decline' || first === undefined || first.start < draft.cue.end) return draft;
  const [to, verb, next] = wordsIn(sentence, [first]).map((word) => sentence.tokens[word]);
  const isSpeaking =
    to?.upos === 'PART' &&
    verb?.upos === 'VERB' &&
    wordsIn(sentence, [{ start: draft.cue.end, end: to.start }]).length === 0;
  if (!isSpeaking || next === undefined || next.upos === 'PUNCT' || next.upos === 'ADP') return draft;
  return {
    ...draft,
    cue: { start: draft.cue.start, end: verb.end },
    content: [{ start: next.start, end: first.end }, ...others],
  };
};

/**
 * The statement that a rule finds, with the parts as the network's head bounds them, repaired where the codebook wants them
 * otherwise. A construction that says itself where its parts end (a transcript's turn) stays as it is, and so does one that the rule sees better.
 */
export const repaired = (sentence: ParsedSentence, found: Draft, learned: Attribution): Draft => {
  if (found.quotation !== undefined || isRuled(found, learned)) return found;
  const words = learned.source === null ? [] : wordsIn(sentence, [learned.source]);
  const isSame = found.sourceHead !== null && words.includes(found.sourceHead);
  return {
    ...found,
    rule: `${found.rule}+head`,
    cue: repairedCue(sentence, found, learned.cue),
    source: learned.source ?? found.source,
    sourceHead: learned.source === null || isSame ? found.sourceHead : headOf(sentence, words),
    content: withoutParty(sentence, found, learned.content),
  };
};
