import type { Codebook, Nations } from '../../codebook/index.ts';
import { ancestors, dependents, entityAt, type Tree } from '../../reading/index.ts';
import type { Span } from '../../text/index.ts';
import { answererOf } from '../actors/binding.ts';
import type { ActorIndex } from '../reading-of.ts';
import { agentsOf, behind, describersOf } from './grammar.ts';
import { isWilling } from './own-side.ts';
import { tokenAt, type Word, withConjuncts } from './words.ts';

/** What is known of a document's parties. */
export interface Known {
  readonly actors: ActorIndex;
  readonly codebook: Codebook;
  /** Who says what stands at a span: "we" are they. */
  readonly speakersOver: (span: Span) => readonly string[];
  /** Is a group told of shortly before a span of a sentence, whom "they" may mean? */
  readonly groupsBefore: (sentence: number, span: Span) => boolean;
  /** Does a word name people who stand for nobody else ("American | analysts")? */
  readonly isPrivate: (lemma: string) => boolean;
  /** Does a word name a weapon or an attack ("the attack in Norland")? Where it struck is not whose it was. */
  readonly isWeapon: (lemma: string) => boolean;
}

/** Who a word stands for; built for one sentence. */
export interface Parties {
  /** Actors of the noun phrase headed by the word, of those joined to it by "and", else of those it belongs to. */
  readonly of: (word: Word) => readonly string[];
  /** Only those that the words themselves name. */
  readonly named: (word: Word) => readonly string[];
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** How far owners of owners are followed: "the timing | of the visit | of Norland's king". */
const DEEPEST = 3;

/** Nouns that stand for whoever made or sent them: "Norland's decision", "the ships of Norland", "a Norlandic plane". */
const ownersOf = (tree: Tree, word: Word, isWeapon: boolean): Word[][] => [
  dependents(tree, word, 'nmod:poss'),
  describersOf(tree, word),
  behind(tree, word, ['of', 'by', 'from']),
  dependents(tree, word, 'acl').flatMap((clause) => agentsOf(tree, clause)),
  // "Trucks | coming out of Norland", "cars made in Norland".
  dependents(tree, word, 'acl').flatMap((clause) => behind(tree, clause, ['from', 'out of'])),
  isWeapon ? [] : behind(tree, word, ['in', 'on', 'against', 'to', 'for', 'among', 'between']),
  dependents(tree, word, 'appos'),
  tokenAt(tree, word).deprel === 'nmod' ? behind(tree, word, ['with']) : [],
];

/** The country that a name or an adjective stands for ("Turkish", "U.S."), if it is an actor of the document. */
const countryActors = (tree: Tree, word: Word, actors: ActorIndex, nations: Nations): string[] => {
  const { text, upos } = tokenAt(tree, word);
  if (upos !== 'PROPN' && upos !== 'ADJ' && upos !== 'NOUN') return [];
  const entity = entityAt(tree.sentence, word);
  const name = entity === undefined ? text : namesOf(tree, entity);
  const country = nations.countryOf(name)?.country;
  if (country === undefined) return [];
  return actors.actors.filter(({ kind, name }) => kind === 'country' && name === country.name).map(({ id }) => id);
};

/** The nearest names joined by "and" before "they" or "them", unless they are the subject of its own verb. */
const pairBefore = (tree: Tree, word: Word): Word[] => {
  const { feats, head } = tokenAt(tree, word);
  if (feats.Number !== 'Plur' || feats.PronType !== 'Prs') return [];
  for (let at = word - 1; at >= 0; at -= 1) {
    const joined = dependents(tree, at, 'conj').filter(
      (other) => other < word && tokenAt(tree, other).upos === 'PROPN',
    );
    if (joined.length > 0 && tokenAt(tree, at).upos === 'PROPN' && tokenAt(tree, at).head !== head)
      return [at, ...joined];
  }
  return [];
};

/** The subjects of the verb whose object, or what hangs on it, holds a word. */
const subjectsOver = (tree: Tree, word: Word): Word[] => {
  for (const above of ancestors(tree, word)) {
    if (tokenAt(tree, above).upos === 'VERB') return dependents(tree, above, 'nsubj').filter((each) => each < word);
  }
  return [];
};

const isExpletive = (tree: Tree, word: Word): boolean => /^expl/.test(tokenAt(tree, word).deprel);

const namesOf = (tree: Tree, { first, last }: { readonly first: Word; readonly last: Word }): string =>
  tree.sentence.tokens
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ');

/** The sector of those who once held an office: they stand for nobody but themselves. */
const FORMER = 'ELI';

/** Whom an official or a group stands for: the country or body that they belong to, where that is an actor; else themselves. */
export const bodyBehind = ({ actors }: ActorIndex, id: string): string => {
  const speaker = actors.find((actor) => actor.id === id);
  if (speaker === undefined || speaker.affiliation === null) return id;
  if (speaker.kind !== 'group' && (speaker.kind !== 'person' || speaker.role === null)) return id;
  if (speaker.code?.includes(FORMER) === true) return id;
  return actors.find(({ kind, name }) => kind !== 'person' && name === speaker.affiliation)?.id ?? id;
};

/** The country in whose government somebody holds an office. */
export const stateBehind = (actors: ActorIndex, id: string): string | undefined => {
  const { kind, code } = actors.actors.find((actor) => actor.id === id) ?? {};
  const body = kind === 'person' && code?.endsWith(' GOV') === true ? bodyBehind(actors, id) : id;
  return body === id ? undefined : body;
};

/** Whom "it" means in what they say: themselves if they are no people, else the bodies they speak for, if each has one. */
const bodiesOf = (
  actors: ActorIndex,
  kinds: ReadonlyMap<string, string>,
  speakers: readonly string[],
): readonly string[] => {
  if (speakers.every((id) => kinds.get(id) !== 'person')) return speakers;
  const bodies = unique(speakers.map((id) => bodyBehind(actors, id)));
  return bodies.some((id) => speakers.includes(id)) ? [] : bodies;
};

/** The parties that words of a sentence stand for. */
export const partiesOf = (
  tree: Tree,
  sentence: number,
  { actors, codebook, speakersOver, groupsBefore, isPrivate, isWeapon }: Known,
): Parties => {
  const kinds = new Map(actors.actors.map(({ id, kind }) => [id, kind]));
  /** CASE 6: "the chairman said | they | would not end the strike": his own side, where nobody else is told of. */
  const isOwnSide = (word: Word, speakers: readonly string[]): boolean => {
    const isFuture = (lemma: string): boolean => codebook.isWord('reported-futures', lemma);
    return speakers.length === 1 && isWilling(tree, word, isFuture) && !groupsBefore(sentence, tokenAt(tree, word));
  };
  const speakersAgain = (word: Word, speakers: readonly string[]): readonly string[] => {
    const bodies = bodiesOf(actors, kinds, speakers);
    return bodies.length === 0 && isOwnSide(word, speakers) ? speakers : bodies;
  };
  /** CASE 1: "we" are those who speak. CASE 2: "them" are the two just named. CASE 3: in "Norland said it …" it is Norland, and so it is where its king said it. */
  const pronounActors = (word: Word): readonly string[] => {
    const token = tokenAt(tree, word);
    const speakers = speakersOver(token);
    if (token.feats.Person === '1')
      return token.feats.Number === 'Plur' ? unique(speakers.map((id) => bodyBehind(actors, id))) : speakers;
    const pair = pairBefore(tree, word).flatMap((each) => actors.actorsAt({ sentence, token: each }));
    if (pair.length > 0) return pair;
    const isThing = token.feats.Gender === 'Neut' || token.feats.Number === 'Plur';
    if (!isThing || token.feats.PronType !== 'Prs' || isExpletive(tree, word)) return [];
    if (answererOf(codebook, tree.sentence, word) >= 0) return [];
    return speakersAgain(word, speakers);
  };
  /** CASE 4: in "Norland withdrew its charge" the owner is Norland, where nothing before says otherwise. */
  const ownerActors = (word: Word): readonly string[] => {
    const { feats, deprel } = tokenAt(tree, word);
    const isThing = feats.Gender === 'Neut' || feats.Number === 'Plur';
    if (deprel !== 'nmod:poss' || feats.PronType !== 'Prs' || feats.Person !== '3' || !isThing) return [];
    const answerer = answererOf(codebook, tree.sentence, word);
    const subject = subjectsOver(tree, word).find((each) => each !== answerer);
    const found = subject === undefined ? [] : actors.actorsAt({ sentence, token: subject });
    return found.filter((id) => (feats.Number === 'Plur' ? kinds.get(id) === 'group' : kinds.get(id) !== 'person'));
  };
  const at = (word: Word): readonly string[] => {
    const found = actors.actorsAt({ sentence, token: word });
    if (found.length > 0) return found;
    const token = tokenAt(tree, word);
    if (token.upos === 'PRON') return pronounActors(word);
    return countryActors(tree, word, actors, codebook.nations);
  };
  /** CASE 5: one country is not another: "Norland, | Sudmark | and Ostmark" is a list, whatever the parser makes of it. */
  const isCountry = (word: Word): boolean => at(word).some((id) => kinds.get(id) === 'country');
  const listed = (word: Word): Word[] =>
    dependents(tree, word, 'conj').length > 0 && isCountry(word)
      ? dependents(tree, word, 'appos').filter((each) => isCountry(each) && dependents(tree, each, 'punct').length > 0)
      : [];
  const named = (word: Word): string[] => unique([...withConjuncts(tree, word), ...listed(word)].flatMap(at));
  const through = (word: Word, depth: number): string[] => {
    if (depth > DEEPEST) return [];
    // "One of Norland's critics, | Ada Berg": a critic is not Norland, but may be named.
    if (isPrivate(tokenAt(tree, word).lemma)) return dependents(tree, word, 'appos').flatMap(named);
    const groups = ownersOf(tree, word, isWeapon(tokenAt(tree, word).lemma));
    const near = groups.map((owners) => unique(owners.flatMap(named))).find((found) => found.length > 0);
    return near ?? unique(groups.flat().flatMap((owner) => through(owner, depth + 1)));
  };
  return {
    named,
    of: (word) => {
      const own = named(word);
      if (own.length > 0) return own;
      return tokenAt(tree, word).upos === 'PRON' ? ownerActors(word) : through(word, 1);
    },
  };
};
