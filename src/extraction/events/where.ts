import type { Codebook } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, type Tree, treeOf } from '../../reading/index.ts';
import type { EventType, Place } from '../records.ts';
import type { Match } from './match.ts';
import { topWord } from './surroundings.ts';
import { lemmaAt, prepositionOf, tokenAt, type Word } from './words.ts';

/** A place with the words that say whether an event is there. */
export interface Location {
  readonly span: Place['span'];
  readonly place: Place;
  /** The word that the place phrase hangs on: "met" in "met in the town of Oslo". */
  readonly on: Word;
  /** "The situation | in Kenya": a country that a noun has, which is that noun's place and not what is done about it. */
  readonly isOfNoun: boolean;
  /** "to Oslo", "on Oslo": where an act goes, which is a place only of acts that go somewhere. */
  readonly isGoal: boolean;
  /** "On Kenya": a goal of attacks, a topic of talks. */
  readonly isTopic: boolean;
}

/** On no word of an event's: "over the crisis in Kenya". */
const NOWHERE: Word = -1;

/** Joined to the word above it as part of one phrase: "the town | of Oslo". */
const INNER = /^(?:nmod|appos|flat|conj|compound)/;

/** "Ambassador to Paris", "the governor in Lagos": one person's office. */
const isOffice = (tree: Tree, word: Word, codebook: Codebook): boolean => {
  const { upos, feats } = tokenAt(tree, word);
  if (upos !== 'NOUN' && upos !== 'PROPN') return false;
  return feats.Number !== 'Plur' && codebook.titles.find([lemmaAt(tree, word)]) !== undefined;
};

/** The word of a place phrase that its preposition stands before, looking up through the names it is part of. */
const placed = (tree: Tree, word: Word, codebook: Codebook): Word | undefined => {
  for (let at = word; at >= 0; at = tokenAt(tree, at).head) {
    if (isOffice(tree, at, codebook)) return undefined;
    const preposition = prepositionOf(tree, at);
    if (preposition !== '' && preposition !== 'of') return at;
    if (!INNER.test(tokenAt(tree, at).deprel)) return undefined;
  }
  return undefined;
};

const locate = (sentence: ParsedSentence, place: Place, codebook: Codebook): Location[] => {
  const tree = treeOf(sentence);
  const word = placed(tree, topWord(sentence, place.span), codebook);
  if (word === undefined) return [];
  const { head, deprel } = tokenAt(tree, word);
  const isGoal = codebook.isWord('event-goals', prepositionOf(tree, word));
  const fits = isGoal || codebook.isWord('event-places', prepositionOf(tree, word));
  const ofOffice = INNER.test(deprel) && isOffice(tree, head, codebook);
  const isOfNoun = tokenAt(tree, head).upos !== 'VERB' && codebook.nations.countryOf(place.name) !== undefined;
  const isTopic = codebook.isWord('topic-prepositions', prepositionOf(tree, word));
  const isOfTopic = codebook.isWord('topic-prepositions', prepositionOf(tree, head));
  return fits && !ofOffice
    ? [{ span: place.span, place, on: isOfNoun && isOfTopic ? NOWHERE : head, isOfNoun, isGoal, isTopic }]
    : [];
};

/** The places of a sentence where something may happen: behind a preposition, and not in somebody's office. */
export const locationsIn = (sentence: ParsedSentence, places: readonly Place[], codebook: Codebook): Location[] =>
  places.flatMap((place) => locate(sentence, place, codebook));

/** Acts that go somewhere. */
const GOING: readonly EventType[] = ['CONSULT', 'MOBILIZE', 'RETREAT', 'PROTEST', 'ASSAULT', 'COERCE', 'AID'];

/** The place of an event among those that belong to it. */
export const whereOf = ({ entry, site }: Match, locations: readonly Location[]): Place | undefined => {
  const own = [site.trigger, site.carrier?.word];
  const parties = [...own, site.object].flatMap((word) =>
    word === undefined || word === null ? [] : dependents(site.tree, word, 'obj', 'nsubj', 'obl', 'nmod', 'conj'),
  );
  const isThere = ({ isGoal, isTopic, isOfNoun, on }: Location): boolean => {
    if (isTopic && entry.type !== 'ASSAULT') return false;
    if (isGoal) return GOING.includes(entry.type) && own.includes(on);
    return !isOfNoun || own.includes(on) || on === site.object || parties.includes(on);
  };
  return locations.find(isThere)?.place;
};
