import type { Actor } from '../../readout/index.ts';
import type { ActorSummary, LedgerNode, Lookup } from '../node.ts';
import type { Report } from '../report.ts';
import type { RuledBy } from '../rulings.ts';
import { openShelf, type Shelf } from '../shelf.ts';
import { countryOfCode } from './code-parts.ts';
import { actorFold, actorKeys, countriesOf, fullNamesOf } from './fold-actor.ts';
import { matchPerson } from './match-person.ts';
import { summaryOfActor } from './summary-of-actor.ts';

type Node = LedgerNode<'actor'>;

/** What the actors of a report are in the ledger. */
export interface ActorsInLedger {
  readonly nodeOf: ReadonlyMap<string, string>;
  readonly summary: (node: string) => ActorSummary | undefined;
}

/** An actor of the report, with what it says of it. */
interface Incoming {
  readonly actor: Actor;
  readonly summary: ActorSummary;
}

/** The node that an actor was found to be, and why; no node where none fits or several do. */
interface Choice {
  readonly node: Node | null;
  readonly reason: string;
}

/** So much must speak for somebody of whom only a surname is told: the role, or the situation, at least. */
const ENOUGH = 2;
/** So much, to take one that stands already for another: the role and the country, or the situation and one of them. */
const MUCH = 3;
/** With a full name, so much may speak against it: another country is more. */
const BEARABLE = -2;
const EACH_KEY = 48;

const only = (nodes: readonly Node[], reason: string, several: string): Choice => {
  const [first, second] = nodes;
  return first !== undefined && second === undefined ? { node: first, reason } : { node: null, reason: several };
};

/** Of several that fit alike, whoever is known by a full name: those of whom only a surname is told may be the same. */
const fullestOf = (nodes: readonly Node[]): readonly Node[] => {
  const full = nodes.filter(({ summary }) => fullNamesOf(summary).length > 0);
  return full.length > 0 ? full : nodes;
};

const choosePerson = (summary: ActorSummary, candidates: readonly Node[]): Choice => {
  const matches = candidates.map((node) => ({ node, ...matchPerson(summary, node.summary) }));
  for (const [relation, least] of [
    ['same', BEARABLE],
    ['bare', ENOUGH],
  ] as const) {
    const fitting = matches.filter((each) => each.relation === relation && each.support >= least);
    const most = Math.max(...fitting.map(({ support }) => support));
    const best = fitting.filter(({ support }) => support === most);
    if (best.length === 0) continue;
    const why = [relation === 'same' ? 'name' : 'surname', ...(best[0]?.reasons ?? [])].join(', ');
    return only(fullestOf(best.map(({ node }) => node)), why, 'several of that name');
  }
  const isKnown = matches.some(({ relation }) => relation === 'bare');
  return { node: null, reason: isKnown ? 'a surname alone settles nothing' : 'first mention' };
};

const sharesSituation = (one: ActorSummary, other: ActorSummary): boolean =>
  one.situations.some((each) => other.situations.includes(each));

/** "The foreign minister of Norland" is whoever is it in the same situation; "a spokesman" is nobody in particular. */
const chooseOffice = (summary: ActorSummary, candidates: readonly Node[]): Choice =>
  only(
    candidates.filter((node) => !node.summary.isNamed && sharesSituation(summary, node.summary)),
    'office, country, situation',
    'first mention',
  );

/** "The Senate" of no country in particular: any country's may be meant. */
const isOfAnyState = ({ codes }: ActorSummary): boolean =>
  codes.length > 0 && codes.every(({ value }) => countryOfCode(value) === null && STATE.test(value));
const STATE = /\b(?:GOV|LEG|JUD|MIL|COP|SPY)\b/;

const chooseBody = (summary: ActorSummary, candidates: readonly Node[]): Choice => {
  const mine = countriesOf(summary);
  const fitting = candidates.filter((node) => {
    const theirs = countriesOf(node.summary);
    return mine.size === 0 || theirs.size === 0 || [...mine].some((country) => theirs.has(country));
  });
  const near = fitting.filter((node) => sharesSituation(summary, node.summary));
  const isOpen = isOfAnyState(summary) || fitting.some((node) => isOfAnyState(node.summary));
  return only(
    near.length > 0 || isOpen ? near : fitting,
    'name',
    fitting.length === 0 ? 'first mention' : 'several of that name',
  );
};

const choose = (summary: ActorSummary, candidates: readonly Node[]): Choice => {
  const alike = candidates.filter(
    (node) =>
      node.summary.kind === summary.kind ||
      (summary.institution !== null && node.summary.institution === summary.institution),
  );
  if (summary.kind === 'person') return summary.isNamed ? choosePerson(summary, alike) : chooseOffice(summary, alike);
  if (summary.kind === 'country') return only(alike.slice(0, 1), 'country', 'first mention');
  return chooseBody(summary, alike);
};

/**
 * Whoever is known by a full name now gathers those of whom only the surname was told, where much speaks for it and nothing for anybody else
 * of that name.
 */
const gather = (
  shelf: Shelf<'actor'>,
  node: Node,
  candidates: readonly Node[],
  isApart: (a: Node, b: Node) => boolean,
): Node => {
  if (node.summary.kind !== 'person' || fullNamesOf(node.summary).length === 0) return node;
  const others = candidates.filter(({ id, summary }) => id !== node.id && fullNamesOf(summary).length > 0);
  let joined = node;
  for (const stray of candidates) {
    if (stray.id === node.id || stray.summary.kind !== 'person' || fullNamesOf(stray.summary).length > 0) continue;
    const supportOf = (one: Node): number => {
      const { relation, support } = matchPerson(stray.summary, one.summary);
      return relation === 'bare' ? support : 0;
    };
    if (supportOf(node) < MUCH || others.some((other) => supportOf(other) > 0) || isApart(stray, joined)) continue;
    joined = shelf.unite(joined, stray, 'surname, now told in full');
  }
  return joined;
};

/** "A spokesman", "two officials": whoever is meant, it need not be the one of another report. */
const INDEFINITE = /\b(?:an?|another|one|two|three|some|several|many)\s+(?:[\p{L}-]+\s+){0,3}$/iu;

const isIndefinite = ({ arrival }: Report, { mentions }: Actor): boolean => {
  const start = mentions[0]?.start ?? 0;
  return INDEFINITE.test(arrival.readout.text.slice(Math.max(0, start - 40), start));
};

/** Full names first, so that surnames find them. */
const ordered = (incoming: readonly Incoming[]): readonly Incoming[] => {
  const rank = ({ summary }: Incoming): number => (fullNamesOf(summary).length > 0 ? 0 : 1);
  return incoming.toSorted((a, b) => rank(a) - rank(b));
};

/** Finds the nodes of the actors of a report. Two of one report are two in the ledger too, unless they have one full name or are one country. */
export const placeActors = async (
  report: Report,
  situation: string,
  lookup: Lookup,
  ruled: RuledBy,
): Promise<{ readonly shelf: Shelf<'actor'>; readonly nodeOf: ReadonlyMap<string, string> }> => {
  const incoming = report.arrival.readout.actors.map((actor) => ({
    actor,
    summary: summaryOfActor(report, actor, situation),
  }));
  const keys = [...new Set([...incoming.flatMap(({ summary }) => actorKeys(summary)), ...ruled.nodes('actor')])];
  const shelf = await openShelf(actorFold, keys, lookup, EACH_KEY);
  const nodeOf = new Map<string, string>();
  const taken = new Set<string>();
  for (const { actor, summary } of ordered(incoming)) {
    const ref = { document: report.id, record: actor.id };
    const { onto: wanted, barred } = ruled.about(shelf, ref);
    const isShared = summary.kind === 'country' || summary.institution !== null || fullNamesOf(summary).length > 0;
    const candidates = shelf
      .withKeys(actorKeys(summary), EACH_KEY)
      .filter(({ id }) => !barred.has(id) && (isShared || !taken.has(id)));
    const isAnybody = summary.kind === 'person' && !summary.isNamed && isIndefinite(report, actor);
    const found = isAnybody ? { node: null, reason: 'nobody in particular' } : choose(summary, candidates);
    const choice = wanted === undefined ? found : { node: wanted, reason: 'ruled' };
    const added = shelf.add(ref, summary, choice.node, choice.reason);
    const strays = candidates.filter(({ id }) => !taken.has(id));
    const node = gather(shelf, added, strays, (a, b) => ruled.between('actor', a.id, b.id) === 'apart');
    taken.add(node.id);
    nodeOf.set(actor.id, node.id);
    ruled.placed('actor', ref, node.id);
  }
  return { shelf, nodeOf };
};
