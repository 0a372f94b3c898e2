import { ancestors, type ParsedSentence, treeOf, universal } from '../../reading/index.ts';
import { isBarred, isNamedBelow } from './binding.ts';
import type { Description } from './describe.ts';
import type { Gender } from './gender.ts';
import type { Entry } from './roster.ts';
import { commands, type Features, featuresOf, type Place, type Places, weigh } from './salience.ts';

/** A mention of an actor already settled, where it stands. */
export interface Settled {
  readonly sentence: number;
  readonly head: number;
  readonly entry: Entry;
}

const SENTENCES_BACK = 4;

/** How much likelier than the next the best candidate must be, as a difference of weights (log odds). */
const MARGIN = 0.05;
const JOINED_MARGIN = 1.5;

/** Somebody whom a pronoun may refer to, and where the text mentions them; latest first. */
interface Found {
  readonly entry: Entry;
  readonly places: [Place, ...Place[]];
  /** Is this the subject ahead of the pronoun's own phrase ("In her speech, Berg said …")? */
  readonly isAhead: boolean;
  /** Does a clause of the pronoun's name it again ("She said Berg …")? */
  readonly isBelow: boolean;
}

/** What is known when a pronoun is reached: who was mentioned where. */
export interface Scene {
  readonly sentences: readonly ParsedSentence[];
  /** Mentions settled in a sentence. */
  readonly settledIn: readonly (readonly Settled[])[];
  /** Who speaks the words at a place; a pronoun between quotation marks does not mean its speaker. */
  readonly speakerAt: (place: Place) => Entry | undefined;
}

/** Mentions in the pronoun's sentence and those before it that are near enough, latest first. */
const nearMentions = ({ settledIn }: Scene, sentence: number): Settled[] =>
  settledIn
    .slice(Math.max(0, sentence - SENTENCES_BACK), sentence + 1)
    .flat()
    .sort((a, b) => b.sentence - a.sentence || b.head - a.head);

/** Who is mentioned in the pronoun's own sentence where the pronoun cannot mean them, and who in a clause of the pronoun's. */
const ruledIn = (own: ParsedSentence, pronoun: number, mentions: readonly Settled[]) => ({
  barred: new Set(mentions.filter(({ head }) => isBarred(own, pronoun, head)).map(({ entry }) => entry)),
  below: new Set(mentions.filter(({ head }) => isNamedBelow(own, pronoun, head)).map(({ entry }) => entry)),
});

const candidatesIn = (scene: Scene, { phrase }: Description, gender: Gender): Found[] => {
  const own = scene.sentences[phrase.sentence];
  if (own === undefined) return [];
  const people = nearMentions(scene, phrase.sentence).filter(({ entry }) => entry.best.kind === 'person');
  const inOwn = people.filter(({ sentence }) => sentence === phrase.sentence);
  const { barred, below } = ruledIn(own, phrase.head, inOwn);
  const speaker = scene.speakerAt(phrase);
  const found = new Map<Entry, Found>();
  for (const { entry, sentence, head } of people) {
    if ((entry.gender ?? gender) !== gender || barred.has(entry) || entry === speaker) continue;
    const isAhead = sentence === phrase.sentence && head > phrase.head;
    if (isAhead && !commands(own, phrase.head, head)) continue;
    const known = found.get(entry);
    if (known !== undefined) known.places.push({ sentence, head });
    else found.set(entry, { entry, places: [{ sentence, head }], isAhead, isBelow: below.has(entry) });
  }
  return [...found.values()];
};

/**
 * Candidates of the pronoun's own paragraph, where one stands in a sentence before it; else all that are near. A paragraph of a
 * report takes up a subject of its own, and its pronouns seldom look over its edge.
 */
const candidatesOf = (scene: Scene, description: Description, gender: Gender): Found[] => {
  const found = candidatesIn(scene, description, gender);
  const { sentence } = description.phrase;
  const block = scene.sentences[sentence]?.block;
  const isOwn = (place: Place): boolean => scene.sentences[place.sentence]?.block === block;
  const own = found.flatMap((each): Found[] => {
    const [latest, ...others] = each.places.filter(isOwn);
    return latest === undefined ? [] : [{ ...each, places: [latest, ...others] }];
  });
  return own.some(({ places }) => places.some((place) => place.sentence < sentence)) ? own : found;
};

/** A candidate with what speaks for and against it. */
export interface Candidate {
  readonly entry: Entry;
  readonly places: Places;
  readonly features: Features;
}

const calledBy = ({ called }: Entry, gender: Gender): 'same' | 'other' | undefined => {
  if (called === undefined) return undefined;
  return called === gender ? 'same' : 'other';
};

/** The candidate whose first mention near the pronoun comes before those of the others. */
const firstOf = (found: readonly Found[]): Entry | undefined =>
  found
    .map(({ entry, places }) => ({ entry, place: places.at(-1) ?? places[0] }))
    .sort((a, b) => a.place.sentence - b.place.sentence || a.place.head - b.place.head)[0]?.entry;

/** All whom "he" or "she" may refer to, out of those mentioned in this sentence and the four before it. */
export const weighable = (scene: Scene, description: Description, gender: Gender): Candidate[] => {
  const found = candidatesOf(scene, description, gender);
  const first = firstOf(found);
  const allTimes = found.reduce((sum, { places }) => sum + places.length, 0);
  return found.map(({ entry, places, isAhead, isBelow }, order) => {
    const standing = {
      order,
      isAhead,
      isBelow,
      isFirst: entry === first,
      times: places.length,
      allTimes,
      isGenderKnown: entry.gender === gender,
      called: calledBy(entry, gender),
    };
    return { entry, places, features: featuresOf(scene.sentences, description.phrase, places, standing) };
  });
};

/** Do two stand in one coordination ("Dahl and Moe met")? Then their places say nothing of which is meant. */
const areJoined = ({ sentences }: Scene, [a]: Places, [b]: Places): boolean => {
  if (a.sentence !== b.sentence) return false;
  const tokens = sentences[a.sentence]?.tokens ?? [];
  const firstOf = (word: number): number => (tokens[word]?.deprel === 'conj' ? (tokens[word]?.head ?? word) : word);
  return firstOf(a.head) === firstOf(b.head);
};

/**
 * The person that "he" or "she" refers to; undefined where two are as likely. A candidate whose gender the text settles
 * otherwise is out.
 */
export const resolvePronoun = (
  scene: Scene,
  candidates: readonly Candidate[],
  gender: Gender,
  weights: Features,
): Entry | undefined => {
  const ranked = candidates
    .map(({ entry, places, features }) => ({ entry, places, score: weigh(features, weights) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (best === undefined) return undefined;
  if (second !== undefined) {
    const margin = areJoined(scene, best.places, second.places) ? JOINED_MARGIN : MARGIN;
    if (best.score - second.score < margin) return undefined;
  }
  best.entry.called ??= gender;
  return best.entry;
};

/** The word that a relative pronoun stands for: the head of the clause's noun. */
export const antecedentOf = (sentence: ParsedSentence, word: number): number | undefined => {
  const tree = treeOf(sentence);
  const clause = [word, ...ancestors(tree, word)].find(
    (each) => universal(sentence.tokens[each]?.deprel ?? '') === 'acl',
  );
  const head = clause === undefined ? undefined : sentence.tokens[clause]?.head;
  return head !== undefined && head >= 0 ? head : undefined;
};
