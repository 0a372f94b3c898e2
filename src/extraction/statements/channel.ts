import type { ChannelSet, Codebook } from '../../codebook/index.ts';
import {
  dependents,
  type Entity,
  type EntityKind,
  entityAt,
  type ParsedSentence,
  subtree,
  treeOf,
} from '../../reading/index.ts';
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

/** Kinds of names that an outlet, a programme or a network may have. */
const OUTLET_KINDS: readonly EntityKind[] = ['organization', 'product', 'misc'];

/** The last word of a name, also where the network broke it off behind a preposition ("the Times of | Norland"). */
const nameEnd = (sentence: ParsedSentence, { last }: Entity): number =>
  sentence.tokens[last]?.upos === 'ADP' && sentence.tokens[last + 1]?.upos === 'PROPN' ? last + 1 : last;

const isName = (sentence: ParsedSentence, head: number): boolean =>
  OUTLET_KINDS.includes(entityAt(sentence, head)?.kind ?? 'date');

/** A proper name of which the network does not say that it is a person, a place or a day. */
const mayBeOutlet = (sentence: ParsedSentence, head: number): boolean =>
  isName(sentence, head) || (sentence.tokens[head]?.upos === 'PROPN' && entityAt(sentence, head) === undefined);

const withMembers = (sentence: ParsedSentence, head: number): number[] => [
  head,
  ...dependents(treeOf(sentence), head, 'conj'),
];

/** The words of a channel: its name where it has one, with the owner of a desk ("Radio Sol's Spanish service"), else the noun phrase. */
const channelWords = (sentence: ParsedSentence, head: number): number[] => {
  const tree = treeOf(sentence);
  const entity = entityAt(sentence, head);
  const owner = dependents(tree, head, 'nmod:poss').flatMap((word) => subtree(tree, word));
  const words =
    entity !== undefined && isName(sentence, head)
      ? sentence.tokens.flatMap((_, word) => (word >= entity.first && word <= nameEnd(sentence, entity) ? [word] : []))
      : (runsOf(nounPhrase(sentence, head)).at(-1) ?? [head]);
  const isOwned =
    owner.length > 0 && (owner.at(-1) ?? 0) + 1 >= (words[0] ?? 0) - 1 && mayBeOutlet(sentence, owner[0] ?? -1);
  const all = isOwned ? [...owner, ...words] : words;
  const first = all.findIndex((word) => sentence.tokens[word]?.deprel !== 'det');
  return all.slice(Math.max(0, first));
};

const toChannel = (text: string, sentence: ParsedSentence, head: number): Channel => {
  const span = toEvidence(text, spanOf(sentence, channelWords(sentence, head)));
  return { name: span.text, span };
};

const hasPreposition = (codebook: Codebook, sentence: ParsedSentence, word: number, set: string): boolean =>
  dependents(treeOf(sentence), word, 'case').some((mark) => codebook.isWord(set, sentence.tokens[mark]?.lemma));

const isLocation = (sentence: ParsedSentence, word: number): boolean =>
  sentence.tokens[word]?.upos === 'PROPN' && entityAt(sentence, word)?.kind === 'location';

/** What may name the outlet of a channel noun: beside it, behind a preposition, or loosely after it ("state broadcaster | TRT"). */
const namesBeside = (codebook: Codebook, sentence: ParsedSentence, head: number): number[] => {
  const tree = treeOf(sentence);
  const [own, next] = [sentence.tokens[head], sentence.tokens[head + 1]];
  const isLoose = next?.head === own?.head && next?.upos === 'PROPN' && next.deprel === own?.deprel;
  const joined = dependents(tree, head, 'nmod').filter(
    (word) =>
      hasPreposition(codebook, sentence, word, 'outlet-prepositions') || dependents(tree, word, 'cc').length > 0,
  );
  return [...(isLoose ? [head + 1] : []), ...dependents(tree, head, 'compound', 'appos', 'flat'), ...joined].flatMap(
    (word) => withMembers(sentence, word),
  );
};

/** The outlets named inside a channel's phrase: "interviews with CNN and Fox News", "a post on X", "the programme Sunday Politics". */
const outletsWithin = (codebook: Codebook, sentence: ParsedSentence, head: number): number[] => {
  const beside = namesBeside(codebook, sentence, head);
  // "an interview with | France 24": who asks is an outlet also where the name looks like a place.
  const isAsked = beside.some((word) => hasPreposition(codebook, sentence, word, 'interviewer-prepositions'));
  return beside.flatMap((word) => {
    const inner = isChannelNoun(codebook, sentence, word) ? outletsWithin(codebook, sentence, word) : [];
    if (inner.length > 0) return inner;
    // "his Truth Social media platform": part of a name that the network missed stands for all of it.
    const isPart = sentence.tokens[word]?.deprel === 'compound' && !isName(sentence, word);
    const isOutlet = mayBeOutlet(sentence, word) || (isAsked && isLocation(sentence, word));
    return isOutlet ? [isPart ? head : word] : [];
  });
};

/** What the codebook knows of a channel noun ("in a radio | interview"). */
const channelKind = (codebook: Codebook, sentence: ParsedSentence, head: number): ChannelSet | undefined => {
  const token = sentence.tokens[head];
  if (token === undefined || codebook.isWord('vague-channels', token.lemma)) return undefined;
  const words = nounPhrase(sentence, head).map((word) =>
    word === head ? token.lemma : (sentence.tokens[word]?.text ?? ''),
  );
  return (codebook.channels.find(words) ?? codebook.channels.find([token.text]))?.entry;
};

const isChannelNoun = (codebook: Codebook, sentence: ParsedSentence, head: number): boolean =>
  channelKind(codebook, sentence, head) !== undefined;

const MEDIA = 'JRN';

/** The sector that the codebook gives a name: of a body that it knows, or by the words in it. */
const sectorOf = (codebook: Codebook, sentence: ParsedSentence, head: number): string | null | undefined => {
  const named = [...new Set([...nounPhrase(sentence, head), ...channelWords(sentence, head)])].sort((a, b) => a - b);
  const words = named.map((word) => sentence.tokens[word]?.text ?? '');
  const known =
    codebook.nations.organizationOf(words.join(' '))?.code ?? codebook.nations.countryOf(words.join(' '))?.country.id;
  return known?.split(' ').at(-1) ?? codebook.bodies.find(words, true)?.entry.sector;
};

const isMedia = (codebook: Codebook, sentence: ParsedSentence, head: number): boolean =>
  isName(sentence, head) && sectorOf(codebook, sentence, head) === MEDIA;

/** What hangs on a verb of saying, and on the participle beside it ("Speaking to CNN, he said"). */
const carriers = (codebook: Codebook, sentence: ParsedSentence, verb: number): number[] => {
  const tree = treeOf(sentence);
  const speaking = dependents(tree, verb, 'advcl').filter((word) =>
    codebook.isWord('speaking-participles', sentence.tokens[word]?.lemma),
  );
  return [verb, ...speaking];
};

/** A verb that names its channel itself ("tweeted"). */
const verbChannel = (codebook: Codebook, text: string, sentence: ParsedSentence, verb: number): Channel[] => {
  const token = sentence.tokens[verb];
  if (token === undefined || !codebook.isWord('channel-verbs', token.lemma)) return [];
  const span = toEvidence(text, token);
  return [{ name: span.text, span }];
};

/** The channels of a statement: what its verb says of outlet, programme, document or network. */
export const channelsOf = (
  codebook: Codebook,
  text: string,
  sentence: ParsedSentence,
  verb: number,
  content: readonly Span[],
  strayed: readonly number[],
): Channel[] => {
  const tree = treeOf(sentence);
  const own = carriers(codebook, sentence, verb).flatMap((carrier) => dependents(tree, carrier, 'obl'));
  const candidates = [...own, ...strayed];
  const outside = candidates.filter((word) => !content.some((span) => overlaps(span, spanOf(sentence, [word]))));
  const marked = outside.filter((word) => hasPreposition(codebook, sentence, word, 'channel-prepositions'));
  const nouns = marked.filter((word) => isChannelNoun(codebook, sentence, word));
  const names = [
    ...marked
      .filter((word) => !nouns.includes(word))
      .flatMap((word) => withMembers(sentence, word))
      .filter((word) => isMedia(codebook, sentence, word)),
    ...nouns
      .filter((word) => channelKind(codebook, sentence, word)?.names === true)
      .flatMap((word) => outletsWithin(codebook, sentence, word)),
  ];
  // An outlet that is named says more than "an interview".
  const bare = nouns.filter((word) => names.length === 0 || channelKind(codebook, sentence, word)?.names !== true);
  const found = [...bare, ...names].sort((a, b) => a - b).map((head) => toChannel(text, sentence, head));
  return found.length === 0 ? verbChannel(codebook, text, sentence, verb) : found;
};

/**
 * A channel behind indirect speech that the parser hung on its verb: "said the border would open | in an interview with CNN". A
 * verb that itself reports speech keeps it.
 */
export const strayedChannels = (codebook: Codebook, sentence: ParsedSentence, content: readonly number[]): number[] => {
  const last = content.at(-1) ?? -1;
  const root = content.find((word) => !content.includes(sentence.tokens[word]?.head ?? -1)) ?? -1;
  if (codebook.cues.ofVerb(sentence.tokens[root]?.lemma ?? '').length > 0) return [];
  const tree = treeOf(sentence);
  return dependents(tree, root, 'obl').filter(
    (word) =>
      word > root &&
      channelKind(codebook, sentence, word)?.names === true &&
      hasPreposition(codebook, sentence, word, 'stray-prepositions') &&
      subtree(tree, word).includes(last),
  );
};

/** An outlet that is spoken to is a channel too ("told Radio Sol"): a name that is no known body of another kind. */
export const addresseeChannel = (
  codebook: Codebook,
  text: string,
  sentence: ParsedSentence,
  verb: number,
  addressee: number | null,
): Channel[] => {
  if (addressee === null) return [];
  const isOutlet = (word: number): boolean => {
    const sector = sectorOf(codebook, sentence, word);
    if (sector !== undefined) return sector === MEDIA && mayBeOutlet(sentence, word);
    const isDefinite = dependents(treeOf(sentence), word, 'det').length > 0;
    return isName(sentence, word) || (isDefinite && mayBeOutlet(sentence, word));
  };
  return [addressee, ...dependents(treeOf(sentence), verb, 'iobj')]
    .flatMap((word) =>
      isChannelNoun(codebook, sentence, word) ? [word, ...outletsWithin(codebook, sentence, word)] : [word],
    )
    .flatMap((word) => withMembers(sentence, word))
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

/** The evidence of a phrase headed by a word, with the whole of a name that the parser broke up. */
export const phraseEvidence = (text: string, sentence: ParsedSentence, head: number): Evidence => {
  const words = nounPhrase(sentence, head);
  const run = runsOf(words).find((each) => each.includes(head)) ?? [head];
  const entity = entityAt(sentence, head);
  const last = Math.max(run.at(-1) ?? head, entity === undefined ? head : nameEnd(sentence, entity));
  return toEvidence(text, spanOf(sentence, [run[0] ?? head, last]));
};
