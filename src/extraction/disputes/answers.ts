import type { Codebook } from '../../codebook/index.ts';
import { dependents, treeOf } from '../../reading/index.ts';
import { recordId, type Span } from '../../text/index.ts';
import { topWord } from '../events/surroundings.ts';
import type { FoundStatement } from '../reading-of.ts';
import type { Dispute, DisputeKind } from '../records.ts';
import { utteranceAbove } from '../statements/content.ts';
import type { Claim, Telling } from './claims.ts';
import { shared, topicsOf } from './topics.ts';

/** What disputes are looked for in. */
export interface Given extends Telling {
  readonly byId: ReadonlyMap<string, FoundStatement>;
  readonly codebook: Codebook;
  /** The actors that stand in what is said. */
  readonly mentioned: (content: readonly Span[]) => string[];
}

/** The dispute of a statement with a claim. */
export const toDispute = (given: Given, { statement }: FoundStatement, claim: Claim, kind: DisputeKind): Dispute => ({
  id: recordId(given.read.id, 'dispute', [statement.cue, claim.at]),
  claim: claim.id,
  counter: statement.id,
  kind,
  parties: [...new Set([...statement.speakers, ...claim.by])],
});

/** What an answer speaks of; in "rejected the warrant, | telling reporters that it was …" also of the warrant. */
const topicsOfAnswer = ({ read }: Given, { statement, cue }: FoundStatement): Set<string> => {
  const topics = topicsOf(read, statement.content);
  const sentence = read.sentences[cue.sentence];
  const token = sentence?.tokens[cue.token];
  if (sentence === undefined || token === undefined || token.deprel !== 'advcl') return topics;
  const tree = treeOf(sentence);
  const objects = dependents(tree, token.head, 'obj').flatMap((word) => [word, ...dependents(tree, word, 'compound')]);
  return topics.union(
    topicsOf(
      read,
      objects.flatMap((word) => sentence.tokens[word] ?? []),
    ),
  );
};

/** So many nouns and adjectives in common tell that an answer is to a statement; an act has fewer words. */
const ENOUGH = 2;
const ENOUGH_OF_ACT = 1;

/** The claim that speaks most of what an answer speaks of; of equals the nearest before it. */
export const mostShared = (given: Given, answer: FoundStatement, claims: readonly Claim[]): Claim | undefined => {
  const topics = topicsOfAnswer(given, answer);
  let best: { readonly claim: Claim; readonly count: number } | undefined;
  for (const claim of claims) {
    const count = shared(topics, claim.topics());
    if (count < (claim.isAct ? ENOUGH_OF_ACT : ENOUGH) || count < (best?.count ?? 0)) continue;
    if (count > (best?.count ?? 0) || claim.at.start < answer.statement.cue.start) best = { claim, count };
  }
  return best?.claim;
};

/** "Rejected | the allegations": all that the accuser said. */
const isOfSeveral = ({ read }: Given, { statement, cue }: FoundStatement): boolean => {
  const sentence = read.sentences[cue.sentence];
  const [content] = statement.content;
  if (statement.act !== 'deny' || sentence === undefined || content === undefined) return false;
  return sentence.tokens[topWord(sentence, content)]?.feats.Number === 'Plur';
};

/** "Dismissed | fears of a war": nobody has claimed anything that this would deny. */
const answersMisgivings = ({ read, codebook }: Given, { statement, cue }: FoundStatement): boolean => {
  const sentence = read.sentences[cue.sentence];
  const [content] = statement.content;
  const top = sentence === undefined || content === undefined ? undefined : sentence.tokens[topWord(sentence, content)];
  return top !== undefined && codebook.isWord('misgivings', top.lemma);
};

/** "Charges | which Norland called baseless", "a charge | Norland denied": the answer is to what its own sentence tells. */
const answersOwnSentence = ({ read, codebook }: Given, { statement, cue }: FoundStatement): boolean => {
  const [content] = statement.content;
  const sentence = read.sentences[cue.sentence];
  if (sentence === undefined || content === undefined) return false;
  if (sentence.tokens.find(({ start }) => start === content.start)?.feats.PronType === 'Rel') return true;
  const top = topWord(sentence, content);
  return top === utteranceAbove(codebook, sentence, cue.token);
};

/** "Rejected | Norland's allegation that …": the claims that an answer itself repeats. */
export const repeatedIn = (given: Given, { statement }: FoundStatement, claims: readonly Claim[]): Claim[] =>
  claims.filter(
    ({ id, by }) =>
      given.byId.get(id)?.statement.parent === statement.id && by.length > 0 && !given.sameSide(by, statement.speakers),
  );

/** "Rejected | the allegation that …": does an answer say which claim it is to? */
const tellsWhich = ({ read }: Given, { statement, cue }: FoundStatement): boolean => {
  const sentence = read.sentences[cue.sentence];
  const [content] = statement.content;
  if (sentence === undefined || content === undefined) return false;
  const tree = treeOf(sentence);
  return dependents(tree, topWord(sentence, content), 'acl').some(
    (clause) => dependents(tree, clause, 'mark').length > 0,
  );
};

/**
 * CASE 2: those spoken of answer: the accusation that speaks of the same, else the nearest before the answer, else the first
 * behind it. A denial may also answer what was merely told, other words an act such as an arrest.
 */
export const answered = (given: Given, answer: FoundStatement, claims: readonly Claim[]): Claim[] => {
  const { id: own, act, speakers, cue } = answer.statement;
  const repeated = repeatedIn(given, answer, claimsNear(claims, cue.start));
  if (repeated.length > 0) return repeated;
  const sentence = answersOwnSentence(given, answer) ? given.read.sentences[answer.cue.sentence] : undefined;
  const fitting = claimsNear(claims, cue.start).filter(
    ({ id, by, about, at }) =>
      id !== own &&
      given.byId.get(id)?.statement.parent !== own &&
      (sentence === undefined || (sentence.start <= at.start && at.end <= sentence.end)) &&
      given.sameSide(about, speakers) &&
      !given.sameSide(by, speakers),
  );
  const accused = fitting.filter(({ accuses }) => accuses);
  const isToldOnly = !answersMisgivings(given, answer);
  const others = fitting.filter(({ accuses, isAct }) => isToldOnly && !accuses && isAct === (act !== 'deny'));
  const before = (among: readonly Claim[]): Claim | undefined =>
    among.filter(({ at, isOrder }) => at.start < cue.start && !isOrder).at(-1);
  const alike = mostShared(given, answer, [...accused, ...others]);
  const found = alike ?? (tellsWhich(given, answer) ? undefined : (before(accused) ?? before(others) ?? accused[0]));
  if (found === undefined) return [];
  const several = (found.accuses || isOfSeveral(given, answer)) && given.byId.has(found.id);
  const more = several
    ? [...accused, ...others].filter((each) => each.at.start < cue.start && isOneAttack(each, found))
    : [];
  return [...new Set([...more, found])];
};

/** How many claims before and behind an answer are looked at. */
const REACH = 200;

/** The claims around a place of the text; they are sorted. */
const claimsNear = (claims: readonly Claim[], start: number): readonly Claim[] => {
  let [low, high] = [0, claims.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((claims[middle]?.at.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return claims.slice(Math.max(0, low - REACH), low + REACH);
};

/** How far apart two accusations of one accuser may stand so that one answer is to both. */
const ONE_BREATH = 600;

/** Did the same accuser say it shortly before or behind, so that who rejects "the allegations" rejects both? */
const isOneAttack = (other: Claim, nearest: Claim): boolean =>
  Math.abs(nearest.at.start - other.at.start) < ONE_BREATH &&
  other.by.length > 0 &&
  other.by.join() === nearest.by.join();
