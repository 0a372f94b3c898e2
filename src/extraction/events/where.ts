import type { Codebook } from '../../codebook/index.ts';
import { dependents, type ParsedSentence, type Tree, treeOf } from '../../reading/index.ts';
import { placedWord } from '../places/place-phrase.ts';
import type { EventType, Place } from '../records.ts';
import type { Match } from './match.ts';
import { topWord } from './surroundings.ts';
import { lemmaAt, prepositionOf, tokenAt, type Word } from './words.ts';

/** A place with the words that say whether an event is there. */
export interface Location {
  readonly span: Place['span'];
  readonly place: Place;
  /** The word that the place phrase hangs on, "met" in "met in the town of Oslo", and those that this is in. */
  readonly on: readonly Word[];
  /** "The situation | in Kenya": what a noun has, which is that noun's place and not that of what is done about it. */
  readonly isOfNoun: boolean;
  /** "to Oslo", "on Oslo": where an act goes, which is a place only of acts that go somewhere. */
  readonly isGoal: boolean;
  /** "On Kenya": a goal of attacks, a topic of talks. */
  readonly isTopic: boolean;
}

/** Joined to the word above it as part of one phrase. */
const INNER = /^(?:nmod|appos|flat|conj|compound)/;

/** "Ambassador to Paris", "the governor in Lagos": one person's office. */
const isOffice = (tree: Tree, word: Word, codebook: Codebook): boolean => {
  const { upos, feats } = tokenAt(tree, word);
  if (upos !== 'NOUN' && upos !== 'PROPN') return false;
  return feats.Number !== 'Plur' && codebook.titles.find([lemmaAt(tree, word)]) !== undefined;
};

/** The words that a place may be the place of: what it hangs on, and where that is itself: "a raid | at a school | in the village". */
const ladder = (tree: Tree, word: Word, codebook: Codebook): Word[] => {
  const words: Word[] = [];
  for (let at = tokenAt(tree, word).head; at >= 0 && !words.includes(at); at = tokenAt(tree, at).head) {
    words.push(at);
    const preposition = prepositionOf(tree, at);
    if (!codebook.isWord('event-places', preposition)) break;
  }
  return words;
};

const locate = (sentence: ParsedSentence, place: Place, codebook: Codebook): Location[] => {
  const tree = treeOf(sentence);
  const top = topWord(sentence, place.span);
  const word = placedWord(tree, top, codebook, (at) => isOffice(tree, at, codebook));
  if (word === undefined) return [];
  const { head, deprel } = tokenAt(tree, word);
  const isTopic = codebook.isWord('topic-prepositions', prepositionOf(tree, word));
  // "On the outskirts of Oslo", but "on Oslo".
  const isOnGround = isTopic && word !== top && codebook.isWord('place-nouns', lemmaAt(tree, word));
  const isGoal = !isOnGround && codebook.isWord('event-goals', prepositionOf(tree, word));
  const fits = isGoal || isOnGround || codebook.isWord('event-places', prepositionOf(tree, word));
  const ofOffice = INNER.test(deprel) && isOffice(tree, head, codebook);
  const isOfNoun = tokenAt(tree, head).upos !== 'VERB';
  const isCountry = codebook.nations.countryOf(place.name) !== undefined;
  const isOfTopic = codebook.isWord('topic-prepositions', prepositionOf(tree, head));
  // "Over the crisis in Kenya" is nowhere that something of the report's happens.
  const on = isOfNoun && isCountry && isOfTopic ? [] : ladder(tree, word, codebook);
  return fits && !ofOffice ? [{ span: place.span, place, on, isOfNoun, isGoal, isTopic: isTopic && !isOnGround }] : [];
};

/** The places of a sentence where something may happen: behind a preposition, and not in somebody's office. */
export const locationsIn = (sentence: ParsedSentence, places: readonly Place[], codebook: Codebook): Location[] =>
  places.flatMap((place) => locate(sentence, place, codebook));

/** Acts that go somewhere. */
const GOING: readonly EventType[] = ['CONSULT', 'MOBILIZE', 'RETREAT', 'PROTEST', 'ASSAULT', 'COERCE', 'AID'];

/** The place of an event among those that belong to it. */
export const whereOf = ({ entry, site }: Match, locations: readonly Location[]): Place | undefined => {
  const own = [site.trigger, site.carrier?.word];
  // What a clause below tells has its own place: "calling on them to | prevent violence in Kenya".
  const object = site.object !== null && tokenAt(site.tree, site.object).upos === 'VERB' ? null : site.object;
  const parties = [...own, object].flatMap((word) =>
    word === undefined || word === null ? [] : dependents(site.tree, word, 'obj', 'nsubj', 'obl', 'nmod', 'conj'),
  );
  const isThere = ({ isGoal, isTopic, isOfNoun, on }: Location): boolean => {
    if (isTopic && entry.type !== 'ASSAULT') return false;
    if (isGoal) return GOING.includes(entry.type) && own.includes(on[0]);
    return !isOfNoun || on.some((word) => own.includes(word) || word === site.object || parties.includes(word));
  };
  return locations.find(isThere)?.place;
};
