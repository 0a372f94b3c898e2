import { dependents, type ParsedSentence, treeOf } from '../../reading/index.ts';
import type { Span } from '../../text/index.ts';
import { isDenied } from '../events/negation.ts';
import { topWord } from '../events/surroundings.ts';
import { lemmaAt, lemmasAt } from '../events/words.ts';
import { sentenceAt } from '../near.ts';
import type { FoundStatement } from '../reading-of.ts';
import type { Dispute } from '../records.ts';
import { isStance } from '../statements/stance.ts';
import { type Given, mostShared, toDispute } from './answers.ts';
import type { Claim } from './claims.ts';
import { shared, topicsOf } from './topics.ts';

/** How far behind a claim, in characters, somebody still takes it up. */
const ONE_EXCHANGE = 1500;

const sentenceOf = ({ read }: Given, span: Span): ParsedSentence | undefined =>
  read.sentences[sentenceAt(read.sentences, span.start)];

/** Is the main clause of what is said told with a "not": "one | should not read too much into it", "it is no threat"? */
const isNegative = (given: Given, { content }: FoundStatement): boolean =>
  content.some((span) => {
    const sentence = sentenceOf(given, span);
    const top = sentence === undefined ? -1 : topWord(sentence, span);
    if (sentence === undefined || top < 0) return false;
    const tree = treeOf(sentence);
    const words = [top, ...dependents(tree, top, 'nsubj', 'obj', 'aux', 'cop')];
    return words.some(
      (word) => isDenied(given.codebook, tree, word) || given.codebook.isWord('negations', lemmaAt(tree, word)),
    );
  });

const hasFirstPerson = (given: Given, { content }: FoundStatement): boolean =>
  content.some((span) =>
    (sentenceOf(given, span)?.tokens ?? []).some(
      (token) => token.start >= span.start && token.end <= span.end && token.feats.Person === '1',
    ),
  );

/** Statements with somebody behind them that nobody else tells, in the order of the text. */
const told = ({ statements }: Given): FoundStatement[] =>
  statements
    .filter(({ statement }) => statement.parent === null && statement.speakers.length > 0 && !isStance(statement))
    .sort((one, other) => one.statement.cue.start - other.statement.cue.start);

/**
 * CASE 3: who has just rejected what another said goes on in words of his own: "Berg rejected the allegations. 'I have never
 * taken money,' she said."
 */
export const continuedDenials = (given: Given, answers: readonly Dispute[], claims: readonly Claim[]): Dispute[] => {
  const all = told(given);
  const order = new Map(all.map(({ statement }, index) => [statement.id, index]));
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]));
  return [...Map.groupBy(answers, ({ counter }) => counter)].flatMap(([counter, disputes]) => {
    const first = given.byId.get(counter);
    const next = all[(order.get(counter) ?? all.length) + 1];
    if (first?.statement.act !== 'deny' || next === undefined || next.statement.attitude) return [];
    const goesOn =
      next.statement.speakers.join() === first.statement.speakers.join() && next.cue.sentence - first.cue.sentence <= 1;
    if (!goesOn || next.statement.act === 'deny' || !isNegative(given, next) || !hasFirstPerson(given, next)) return [];
    const answeredClaims = disputes.flatMap(({ claim }) => claimOf.get(claim) ?? []);
    const topics = topicsOf(given.read, next.statement.content);
    const claim = answeredClaims.toSorted((a, b) => shared(topics, b.topics()) - shared(topics, a.topics()))[0];
    return claim === undefined ? [] : [toDispute(given, next, claim, 'denies')];
  });
};

/** Whose words or deeds a statement is about: "dismissed | Putin's | response as …". */
const ownersOfUtterance = (given: Given, { statement, cue }: FoundStatement): readonly string[] => {
  const sentence = given.read.sentences[cue.sentence];
  if (sentence === undefined) return [];
  const tree = treeOf(sentence);
  const nouns = dependents(tree, cue.token, 'obj', 'nsubj:pass').filter((word) =>
    lemmasAt(tree, word).some((lemma) => given.codebook.isWord('utterances', lemma)),
  );
  const owners = nouns.flatMap((noun) => dependents(tree, noun, 'nmod'));
  const found = owners.flatMap((token) => given.actors.actorsAt({ sentence: cue.sentence, token }));
  return found.filter((id) => !statement.speakers.includes(id));
};

const toClaim = (given: Given, { statement }: FoundStatement): Claim => ({
  id: statement.id,
  by: statement.speakers,
  about: [],
  at: statement.cue,
  accuses: false,
  isAct: false,
  isOrder: false,
  topics: () => topicsOf(given.read, statement.content),
});

/** What others said shortly before a statement, the nearest last. */
const saidBefore = (all: readonly FoundStatement[], index: number): FoundStatement[] => {
  const own = all[index]?.statement;
  if (own === undefined) return [];
  const near: FoundStatement[] = [];
  for (let at = index - 1; at >= 0; at -= 1) {
    const other = all[at];
    if (other === undefined || own.cue.start - other.statement.cue.start > ONE_EXCHANGE) break;
    if (!other.statement.speakers.some((id) => own.speakers.includes(id))) near.unshift(other);
  }
  return near;
};

/**
 * CASE 4: a verdict on what another said: "dismissed the envoy's response as a trick" is held against what the envoy's side
 * said last, or of what it said against what speaks most of the same.
 */
export const verdictsOnReplies = (given: Given): Dispute[] => {
  const all = told(given);
  return all.flatMap((found, index) => {
    if (found.statement.act !== 'criticize') return [];
    const owners = ownersOfUtterance(given, found);
    if (owners.length === 0) return [];
    const theirs = saidBefore(all, index)
      .filter(({ statement }) => given.sameSide(statement.speakers, owners) && !statement.attitude)
      .map((other) => toClaim(given, other));
    const claim = mostShared(given, found, theirs) ?? theirs.at(-1);
    return claim === undefined ? [] : [toDispute(given, found, claim, 'disputes-characterization')];
  });
};

/** "But | Berg said …", "Berg, however, maintains …". */
const isContrasted = ({ read, codebook }: Given, { cue }: FoundStatement): boolean => {
  const sentence = read.sentences[cue.sentence];
  if (sentence === undefined) return false;
  const tree = treeOf(sentence);
  const words = [0, ...dependents(tree, cue.token, 'advmod', 'cc')];
  return words.some((word) => codebook.isWord('contrasts', lemmaAt(tree, word)));
};

/** The part of what is said, by its nouns, adjectives and actors, that tells that it is about what another said. */
const SAME_THING = 0.2;

/**
 * CASE 5: one says "but" and "not" to what another said of the same thing: "'The timing is bad,' said Berg. But Lund said that one
 * should not make much of the timing."
 */
export const contrasts = (given: Given): Dispute[] => {
  const all = told(given);
  return all.flatMap((found, index) => {
    if (found.statement.attitude || !isContrasted(given, found) || !isNegative(given, found)) return [];
    const { content, speakers } = found.statement;
    const topics = topicsOf(given.read, content);
    const actors = given.mentioned(content).filter((id) => !speakers.includes(id));
    const weight = ({ statement }: FoundStatement): number => {
      const named = given.mentioned(statement.content).filter((id) => !statement.speakers.includes(id));
      return shared(topics, topicsOf(given.read, statement.content)) + shared(new Set(actors), new Set(named));
    };
    const others = saidBefore(all, index).filter(
      ({ statement }) => statement.act !== 'ask' && !given.sameSide(statement.speakers, speakers),
    );
    const [best] = others.toReversed().toSorted((one, other) => weight(other) - weight(one));
    const enough = (topics.size + new Set(actors).size) * SAME_THING;
    if (best === undefined || weight(best) === 0 || weight(best) < enough) return [];
    return [toDispute(given, found, toClaim(given, best), 'disputes-characterization')];
  });
};
