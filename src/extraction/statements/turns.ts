import type { Codebook } from '../../codebook/index.ts';
import type { ParsedSentence, ParsedToken } from '../../reading/index.ts';
import type { Document, Span } from '../../text/index.ts';
import type { ActorIndex, ReadDocument } from '../reading-of.ts';
import type { Draft } from './draft.ts';

/** A paragraph of a transcript: the label that says who speaks, its colon, and all that is said. */
export interface Turn {
  readonly block: number;
  readonly label: Span;
  readonly colon: Span;
  readonly said: Span;
  readonly text: string;
  /** The person of that surname, if the report names one. */
  readonly speaker: string | null;
  /** Is the label that of somebody unnamed who asks ("QUESTION:")? */
  readonly asks: boolean;
}

const LABEL = /^([^\n:"\u201C]{1,60}):\s+(?=\S)/;
const LOWER_CASE = /\p{Ll}/u;
const SMALL_START = /(?:^|\s)\p{Ll}/u;
/** A transcript has so many turns at least; a line with a label of its own among prose is no turn. */
const FEWEST_TURNS = 2;
const FEWEST_SHOUTED = 3;

const lastWord = (name: string): string => name.split(/\s+/).at(-1)?.toLowerCase() ?? '';

const labelled = (codebook: Codebook, document: Document, surnames: ReadonlyMap<string, string | null>): Turn[] =>
  document.blocks.flatMap(({ kind, span }, block): Turn[] => {
    if (kind !== 'paragraph') return [];
    const [whole = '', text = ''] =
      LABEL.exec(document.text.slice(span.start, Math.min(span.end, span.start + 80))) ?? [];
    if (whole === '' || SMALL_START.test(text)) return [];
    const end = span.start + text.length;
    return [
      {
        block,
        text,
        label: { start: span.start, end },
        colon: { start: end, end: end + 1 },
        said: { start: span.start + whole.length, end: span.end },
        asks: codebook.isWord('questioners', text),
        speaker: surnames.get(lastWord(text)) ?? null,
      },
    ];
  });

const isForm = (codebook: Codebook, word: string): boolean =>
  codebook.isWord('masculine', word) || codebook.isWord('feminine', word);

const isShouted = (codebook: Codebook, label: string): boolean =>
  label.split(/\s+/).every((word) => isForm(codebook, word) || !LOWER_CASE.test(word));

/** The people of a report by their surnames; null where two share one. */
const bySurname = (actors: ActorIndex): ReadonlyMap<string, string | null> => {
  const known = new Map<string, string | null>();
  for (const { id, kind, name } of actors.actors)
    if (kind === 'person') known.set(lastWord(name), known.has(lastWord(name)) ? null : id);
  return known;
};

/** Does a label name somebody: by a form of address or a title, or as somebody whom the report knows? */
const isNamed = (codebook: Codebook, { text, asks, speaker }: Turn): boolean => {
  const words = text.split(/\s+/);
  return (
    asks ||
    speaker !== null ||
    words.some((word) => isForm(codebook, word)) ||
    codebook.titles.find(words) !== undefined
  );
};

/**
 * The turns of a transcript ("MS. TESFAYE: Good afternoon. …"). Labels count where they come back or, in capitals, where there
 * are several: a place before the news ("OSLO: …") or a heading of a list ("When: Friday") is none.
 */
export const findTurns = (codebook: Codebook, document: Document, actors: ActorIndex): Turn[] => {
  const all = labelled(codebook, document, bySurname(actors));
  const named = all.filter((turn) => isNamed(codebook, turn));
  const comesBack = new Set(named.map(({ text }) => text)).size < named.length;
  if (named.length < FEWEST_TURNS || !(comesBack || named.some(({ asks }) => asks))) return [];
  const shouted = all.filter(({ text }) => isShouted(codebook, text));
  const own = new Set(shouted.length >= FEWEST_SHOUTED ? [...named, ...shouted] : named);
  return all.filter((turn) => own.has(turn));
};

const detached = (token: ParsedToken, isLabel: (word: number) => boolean, word: number): ParsedToken =>
  token.head >= 0 && isLabel(word) !== isLabel(token.head) ? { ...token, head: -1, deprel: 'root' } : token;

/** The sentences of a document with the labels of turns cut off their trees, so that no word of the speech hangs on its label. */
export const withoutLabels = (sentences: readonly ParsedSentence[], turns: readonly Turn[]): ParsedSentence[] => {
  const byBlock = new Map(turns.map((turn) => [turn.block, turn]));
  return sentences.map((sentence): ParsedSentence => {
    const end = byBlock.get(sentence.block)?.said.start ?? 0;
    if (sentence.start >= end) return sentence;
    const isLabel = (word: number): boolean => (sentence.tokens[word]?.start ?? end) < end;
    return {
      ...sentence,
      tokens: sentence.tokens.map((token, word) => detached(token, isLabel, word)),
      attribution: sentence.attribution.filter(({ start }) => start >= end),
    };
  });
};

/** One direct statement for each turn: the label is its source, all the rest of the paragraph is said. */
export const turnDrafts = (read: ReadDocument, turns: readonly Turn[]): Draft[] => {
  const found: Draft[] = [];
  let sentence = 0;
  for (const turn of turns) {
    const holdsColon = (each: ParsedSentence | undefined): boolean => each === undefined || each.end > turn.colon.start;
    while (!holdsColon(read.sentences[sentence])) sentence += 1;
    const tokens = read.sentences[sentence]?.tokens ?? [];
    const colon = tokens.findIndex((token) => token.end > turn.colon.start);
    if (colon < 0) continue;
    found.push({
      rule: 'statements/turn',
      sentence,
      cueHead: colon,
      cue: turn.colon,
      sourceHead: Math.max(0, colon - 1),
      source: turn.label,
      content: [turn.said],
      act: turn.asks ? 'ask' : 'say',
      attitude: false,
      entry: undefined,
      addresseeHead: null,
      quotation: 'direct',
      speaker: turn.speaker,
    });
  }
  return found;
};
