import type { Codebook } from '../../codebook/index.ts';
import { ancestors, type ParsedSentence, treeOf, universal } from '../../reading/index.ts';
import { answererOf, barOf, isNamedBelow } from './binding.ts';
import type { Description } from './description.ts';
import { type Doubtful, doubtOf } from './doubtful.ts';
import type { Gender } from './gender.ts';
import { commands, ownsSubject } from './in-clause.ts';
import type { Entry } from './roster.ts';
import {
  type Features,
  featuresOf,
  featuresOfNobody,
  type NearPlace,
  type Place,
  type Places,
  type Stance,
  type Standing,
  weigh,
} from './salience.ts';

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
  readonly places: [NearPlace, ...NearPlace[]];
  /** How they stand to the pronoun in its own sentence. */
  readonly stance: Stance;
}

/** What is known when a pronoun is reached: who was mentioned where. */
export interface Scene {
  readonly codebook: Codebook;
  readonly sentences: readonly ParsedSentence[];
  /** Mentions settled in a sentence. */
  readonly settledIn: readonly (readonly Settled[])[];
  /** Names whose bearer only a pronoun tells. */
  readonly doubtful: readonly Doubtful[];
  /** Who speaks the words at a place; a pronoun between quotation marks does not mean its speaker. */
  readonly speakerAt: (place: Place) => Entry | undefined;
  readonly isQuoted: (place: Place) => boolean;
}

/** A mention, and how many sentences before the pronoun it stands. */
type Near = Settled & NearPlace;

const isAllQuoted = ({ sentences, isQuoted }: Scene, sentence: number): boolean => {
  const last = (sentences[sentence]?.tokens.length ?? 0) - 1;
  return isQuoted({ sentence, head: 0 }) && isQuoted({ sentence, head: last });
};

/**
 * Mentions in the pronoun's sentence and those before it that are near enough, latest first. Sentences of somebody's speech do not
 * count as a distance for a pronoun outside it ("…. …. …," | she | said).
 */
const nearMentions = (scene: Scene, pronoun: Place): Near[] => {
  const isSpeech = scene.isQuoted(pronoun);
  const found: Near[] = [];
  let back = 0;
  for (let sentence = pronoun.sentence; sentence >= 0 && back <= SENTENCES_BACK; sentence -= 1) {
    const doubtful = scene.doubtful.filter((each) => each.sentence === sentence);
    const own = [...(scene.settledIn[sentence] ?? []), ...doubtful].map((mention) => ({ ...mention, back }));
    found.push(...own.sort((a, b) => b.head - a.head));
    if (isSpeech || sentence === pronoun.sentence || !isAllQuoted(scene, sentence)) back += 1;
  }
  return found;
};

/** Is a word the subject of a verb of saying, outside quotation marks ("…," | he | said)? */
const isSource = ({ codebook, sentences, isQuoted }: Scene, { sentence, head }: Place): boolean => {
  const own = sentences[sentence];
  const token = own?.tokens[head];
  if (token === undefined || universal(token.deprel) !== 'nsubj' || isQuoted({ sentence, head })) return false;
  const verb = own?.tokens[token.head];
  return verb?.upos === 'VERB' && codebook.cues.ofVerb(verb.lemma).length > 0;
};

/**
 * Who says something is seldom told by what was said before: for the subject of a verb of saying, mentions between quotation marks
 * count only where there are no others.
 */
const outsideQuotes = (scene: Scene, pronoun: Place, mentions: readonly Near[]): readonly Near[] => {
  if (!isSource(scene, pronoun)) return mentions;
  const outside = mentions.filter((mention) => !scene.isQuoted(mention));
  return outside.length > 0 ? outside : mentions;
};

const isAfter = ({ phrase }: Description, { sentence, head }: Settled): boolean =>
  sentence === phrase.sentence && head > phrase.head;

/** Mentions that count for a candidate: those before the pronoun and subjects ahead of its phrase; any other behind it only if there is no more. */
const counted = (own: ParsedSentence, pronoun: Description, mentions: readonly Near[]): readonly Near[] => {
  const kept = mentions.filter(
    (mention) => !isAfter(pronoun, mention) || commands(own, pronoun.phrase.head, mention.head),
  );
  return kept.length > 0 ? kept : mentions;
};

const stanceOf = (own: ParsedSentence, pronoun: Description, all: readonly Near[], latest: Near): Stance => {
  const { head, sentence } = pronoun.phrase;
  const heads = all.filter((mention) => mention.sentence === sentence).map((mention) => mention.head);
  const after = isAfter(pronoun, latest);
  const isAhead = after && commands(own, head, latest.head);
  return {
    isAhead,
    isOwnerAhead: after && !isAhead && ownsSubject(own, head, latest.head),
    isBehind: after && !isAhead,
    isBelow: heads.some((each) => isNamedBelow(own, head, each)),
    isLikelyBarred: heads.some((each) => barOf(own, head, each) === 'likely'),
  };
};

const candidatesIn = (scene: Scene, pronoun: Description, gender: Gender): Found[] => {
  const { sentence, head } = pronoun.phrase;
  const own = scene.sentences[sentence];
  if (own === undefined) return [];
  const speaker = scene.speakerAt(pronoun.phrase);
  const answerer = answererOf(scene.codebook, own, head);
  const byEntry = new Map<Entry, Near[]>();
  const people = nearMentions(scene, pronoun.phrase).filter(
    ({ entry }) => entry.best.kind === 'person' && (entry.gender ?? gender) === gender && entry !== speaker,
  );
  for (const mention of outsideQuotes(scene, pronoun.phrase, people)) {
    const { entry } = mention;
    byEntry.set(entry, [...(byEntry.get(entry) ?? []), mention]);
  }
  return [...byEntry].flatMap(([entry, all]): Found[] => {
    const isBarred = all.some(
      (each) => each.sentence === sentence && (barOf(own, head, each.head) === 'certain' || each.head === answerer),
    );
    const [latest, ...others] = counted(own, pronoun, all);
    if (isBarred || latest === undefined) return [];
    return [{ entry, places: [latest, ...others], stance: stanceOf(own, pronoun, all, latest) }];
  });
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

/** A candidate with what speaks for and against it; without an entry it is that nobody is meant whom the text names near. */
export interface Candidate {
  readonly entry: Entry | undefined;
  readonly places: Places | undefined;
  readonly features: Features;
}

const agrees = (known: Gender | undefined, gender: Gender): 'same' | 'other' | undefined => {
  if (known === undefined) return undefined;
  return known === gender ? 'same' : 'other';
};

/** The candidate whose first mention near the pronoun comes before those of the others. */
const firstOf = (found: readonly Found[]): Entry | undefined =>
  found
    .map(({ entry, places }) => ({ entry, place: places.at(-1) ?? places[0] }))
    .sort((a, b) => a.place.sentence - b.place.sentence || a.place.head - b.place.head)[0]?.entry;

const isSubjectPronoun = (sentence: ParsedSentence | undefined, head: number): boolean =>
  universal(sentence?.tokens[head]?.deprel ?? '') === 'nsubj';

/** Whom the pronoun of the same gender before this one was taken to mean. */
const lastCalledIn = (
  scene: Scene,
  { phrase }: Description,
  gender: Gender,
): { readonly entry: Entry; readonly isHere: boolean; readonly isSubject: boolean } | undefined => {
  const before = nearMentions(scene, phrase).filter(
    ({ sentence, head, entry }) =>
      (sentence < phrase.sentence || head < phrase.head) &&
      entry.best.kind === 'person' &&
      scene.sentences[sentence]?.tokens[head]?.upos === 'PRON' &&
      (entry.gender ?? entry.called ?? gender) === gender,
  );
  const [last] = before;
  if (last === undefined) return undefined;
  return {
    entry: last.entry,
    isHere: last.sentence === phrase.sentence,
    isSubject: isSubjectPronoun(scene.sentences[last.sentence], last.head),
  };
};

const isFirstThere = (found: readonly Found[], { sentence, head }: NearPlace): boolean =>
  !found.some(({ places }) => places.some((place) => place.sentence === sentence && place.head < head));

/** All whom "he" or "she" may refer to, out of those mentioned in this sentence and the four before it. */
export const weighable = (scene: Scene, description: Description, gender: Gender): Candidate[] => {
  const found = candidatesOf(scene, description, gender);
  const first = firstOf(found);
  const lastCalled = lastCalledIn(scene, description, gender);
  const allTimes = found.reduce((sum, { places }) => sum + places.length, 0);
  const people = found.map(({ entry, places, stance }, order): Candidate => {
    const standing: Standing = {
      ...stance,
      order,
      isFirst: entry === first,
      isLastCalled: entry === lastCalled?.entry,
      isLastCalledSubject: entry === lastCalled?.entry && lastCalled.isSubject,
      isLastCalledHere: entry === lastCalled?.entry && lastCalled.isHere,
      isRole: entry.best.form === 'title',
      isFirstThere: isFirstThere(found, places[0]),
      isAloneThere: !found.some(
        (each) => each.entry !== entry && each.places.some(({ sentence }) => sentence === places[0].sentence),
      ),
      times: places.length,
      allTimes,
      doubt: doubtOf(scene.doubtful, entry, places[0].sentence, places[0].head),
      isGenderKnown: entry.gender === gender,
      called: agrees(entry.called, gender),
      leaning: agrees(entry.leaning, gender),
    };
    return { entry, places, features: featuresOf(scene.sentences, description.phrase, places, standing) };
  });
  const nobody = featuresOfNobody(
    scene.sentences,
    description.phrase,
    found.map(({ places }) => places),
  );
  return [...people, { entry: undefined, places: undefined, features: nobody }];
};

/** Do two stand in one coordination ("Dahl and Moe met")? Then their places say nothing of which is meant. */
const areJoined = ({ sentences }: Scene, [a]: Partial<Places> = [], [b]: Partial<Places> = []): boolean => {
  if (a === undefined || b === undefined || a.sentence !== b.sentence) return false;
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
  if (best?.entry === undefined) return undefined;
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
