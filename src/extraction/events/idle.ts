import { ancestors, dependents, type Tree } from '../../reading/index.ts';
import type { Candidate } from './candidate.ts';
import { deepObjects, deepSubjects } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import type { Match } from './match.ts';
import { markersOf, tokenAt, type Word } from './words.ts';

const isNonfinite = (tree: Tree, word: Word): boolean =>
  tokenAt(tree, word).upos === 'VERB' && ['Ger', 'Inf'].includes(tokenAt(tree, word).feats.VerbForm ?? '');

const isPast = (tree: Tree, clause: Word): boolean =>
  [clause, ...dependents(tree, clause, 'aux', 'cop')].some((word) => {
    const { feats } = tokenAt(tree, word);
    return feats.Tense === 'Past' && feats.VerbForm !== 'Part';
  });

/** "Trading with rebels | is forbidden": what is said of an act in general, by whomever it is done. */
const isGeneral = ({ site: { tree, trigger } }: Match, lexicon: Lexicon): boolean => {
  const { deprel, head } = tokenAt(tree, trigger);
  if (!isNonfinite(tree, trigger) || !deprel.startsWith('csubj') || isPast(tree, head)) return false;
  return deepSubjects(tree, trigger, lexicon).length === 0;
};

/** "To | keep | Norland from acting": the prevention is meant, the act itself is nothing. */
const isOnlyPrevented = ({ site: { tree, trigger } }: Match, lexicon: Lexicon): boolean =>
  ancestors(tree, trigger).some((word) => {
    const [entry] = lexicon.realisAt(tree, word);
    const isPurpose = /^(?:advcl|acl)/.test(tokenAt(tree, word).deprel) && markersOf(tree, word).includes('to');
    return entry?.gives === 'negated' && entry.controller === 'object' && isPurpose;
  });

/** "Defended | its | borders", "backed | his own | plan": to stand by what is one's own is no support of anybody. */
const isOwnAffair = ({ entry, site: { tree, trigger }, recipients }: Match, lexicon: Lexicon): boolean => {
  if (entry.type !== 'SUPPORT' || tokenAt(tree, trigger).upos !== 'VERB') return false;
  const objects = deepObjects(tree, trigger, lexicon);
  const owners = objects.flatMap((word) => dependents(tree, word, 'nmod:poss')).map((word) => tokenAt(tree, word));
  // "Reopened its embassy | in Norland" touches somebody else.
  const isAlone = [trigger, ...objects].every((word) =>
    dependents(tree, word, 'obl', 'nmod').every((each) => tokenAt(tree, each).deprel === 'nmod:poss'),
  );
  return owners.some(
    ({ upos, feats }) => upos === 'PRON' && (recipients.length === 0 || (isAlone && feats.Gender === 'Neut')),
  );
};

/**
 * Is there nothing to tell: an act spoken of in general, supposed or asked about without anybody who would do it to anybody named,
 * only to be prevented, or one's own affair?
 */
export const isIdle = (
  match: Match,
  { actors, recipients, realis }: Pick<Candidate, 'actors' | 'recipients' | 'realis'>,
  isNamed: (actor: string) => boolean,
  lexicon: Lexicon,
): boolean => {
  const isNobodys = actors.length === 0 && !recipients.some(isNamed);
  if (isNobodys && (realis === 'conditional' || isNonfinite(match.site.tree, match.site.trigger))) return true;
  if (realis === 'negated' && isOnlyPrevented(match, lexicon)) return true;
  // "It is vital to strike Norland" asks for it.
  return (realis !== 'requested' && isGeneral(match, lexicon)) || isOwnAffair(match, lexicon);
};
