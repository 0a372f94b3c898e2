import { ancestors, dependents, type ParsedSentence, type Tree } from '../../reading/index.ts';
import type { Span } from '../../text/index.ts';
import { deepSubjects } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import type { Match } from './match.ts';
import { isClause, markersOf, prepositionOf, tokenAt, type Word } from './words.ts';

/** Something with words of its own in a sentence: a time, a place. */
interface Located {
  readonly span: Span;
}

/** The top word of a span within a sentence; -1 where the span lies elsewhere. */
export const topWord = (sentence: ParsedSentence, span: Span): Word => {
  const inside = (index: number): boolean => {
    const token = sentence.tokens[index];
    return token !== undefined && token.start >= span.start && token.end <= span.end;
  };
  for (const [index, token] of sentence.tokens.entries()) {
    if (inside(index) && !(token.head >= 0 && inside(token.head))) return index;
  }
  return -1;
};

/** "the 2015 | deal", "last week's | raid": said of a noun, and of nothing above it. */
const OF_NOUN = /^(?:nummod|compound|amod|nmod:poss|nmod:unmarked)/;

/** The verb or event that a word belongs to: the nearest clause or trigger above it. */
const anchorOf = (tree: Tree, word: Word, triggers: ReadonlySet<Word>, { codebook }: Lexicon): Word => {
  let at = word;
  const { head: noun, deprel } = tokenAt(tree, word);
  if (noun >= 0 && OF_NOUN.test(deprel)) return noun;
  for (let steps = 0; steps < tree.sentence.tokens.length; steps += 1) {
    const { head } = tokenAt(tree, at);
    if (head < 0) return at;
    at = head;
    // "After the raid | on Monday, she demanded": the day is that of what came before.
    const isBefore = codebook.isWord('sequence', prepositionOf(tree, at));
    if (triggers.has(at) || isClause(tree, at) || isBefore) return at;
  }
  return at;
};

/** What verbs say of something that is yet to come. */
const AHEAD = new Set(['planned', 'expected', 'possible', 'requested']);

/** "the vote, | announced | for Friday", "the strike that she | threatened | for Monday": they tell when it is to be. */
const announcementsOf = ({ site: { tree, trigger } }: Match, lexicon: Lexicon): Word[] =>
  dependents(tree, trigger, 'acl').filter((child) => {
    const { feats, deprel } = tokenAt(tree, child);
    const isOfNoun = deprel === 'acl:relcl' ? isRelativeObject(tree, child) : feats.VerbForm === 'Part';
    return isOfNoun && lexicon.realisAt(tree, child).some(({ gives }) => AHEAD.has(gives));
  });

/** "the strike that she threatened": the noun is what the clause's verb governs, not who does it. */
const isRelativeObject = (tree: Tree, verb: Word): boolean =>
  dependents(tree, verb, 'nsubj').every((child) => tokenAt(tree, child).feats.PronType !== 'Rel') &&
  dependents(tree, verb, 'nsubj').length > 0;

/** "rejected it, | telling reporters on Monday", "| starting in May, they stopped": a participle that tells of the same act. */
const participlesOf = (tree: Tree, word: Word): Word[] =>
  dependents(tree, word, 'advcl').filter((child) => {
    const { feats, upos } = tokenAt(tree, child);
    const isMarked = dependents(tree, child, 'mark', 'nsubj').length > 0;
    return upos === 'VERB' && !isMarked && (feats.VerbForm === 'Part' || feats.VerbForm === 'Ger');
  });

/** Openers of a participle that tells how the clause above was done. */
const MANNER = new Set(['by', 'in']);

/** "started a war last week | by closing the border | and then opening it": what the clause above was done by has its time. */
const doneBy = (tree: Tree, verb: Word): Word[] => {
  const { deprel, head, feats } = tokenAt(tree, verb);
  if (head < 0 || (feats.VerbForm !== 'Ger' && feats.VerbForm !== 'Part')) return [];
  if (deprel === 'conj' && dependents(tree, verb, 'nsubj').length === 0) return doneBy(tree, head);
  const isPlain = markersOf(tree, verb).every((mark) => MANNER.has(mark));
  return deprel === 'advcl' && isPlain && dependents(tree, verb, 'nsubj').length === 0 ? [head] : [];
};

/** The words whose time and place are an event's own: the trigger, what carries it, and verbs that only plan or begin it. */
const ownWords = (match: Match, lexicon: Lexicon): Word[] => {
  const { tree, trigger, object, carrier } = match.site;
  const words = [trigger, ...(object === null ? [] : [object]), ...(carrier === null ? [] : [carrier.word])];
  words.push(...announcementsOf(match, lexicon));
  for (let at = carrier?.word ?? trigger; ; ) {
    const { deprel, head } = tokenAt(tree, at);
    if (head < 0 || !['xcomp', 'advcl'].includes(deprel)) break;
    const gives = lexicon.realisAt(tree, head)[0]?.gives;
    const passes = gives === 'planned' || gives === 'expected' || (gives === undefined && deprel === 'xcomp');
    if (!passes) break;
    words.push(head);
    at = head;
  }
  const { deprel, head, upos } = tokenAt(tree, trigger);
  const joined = deprel === 'conj' && upos === 'VERB' && deepSubjects(tree, trigger, lexicon).length > 0;
  const verbs = words.filter((word) => tokenAt(tree, word).upos === 'VERB');
  const above = verbs.flatMap((verb) => doneBy(tree, verb));
  return [...words, ...(joined ? [head] : []), ...verbs.flatMap((verb) => participlesOf(tree, verb)), ...above];
};

/**
 * The words of what happened right before or after: "resigned | after being defeated in 2013", "in 2018 markets fell following
 * the | raid". Their day is not the event's, but their year is.
 */
export const adjoiningWords = ({ site: { tree, trigger } }: Match, { codebook }: Lexicon): Word[] => {
  const isNext = (word: Word): boolean =>
    [...markersOf(tree, word), prepositionOf(tree, word)].some((each) => codebook.isWord('sequence', each));
  const verbs = [trigger, ...dependents(tree, trigger, 'conj')];
  const below = verbs.flatMap((verb) => dependents(tree, verb, 'advcl')).filter(isNext);
  const { head, deprel } = tokenAt(tree, trigger);
  const isAdjoined = head >= 0 && /^(?:obl|nmod|advcl)/.test(deprel) && isNext(trigger);
  const clauses = isAdjoined ? ancestors(tree, trigger).filter((word) => isClause(tree, word)) : [];
  const first = clauses.findIndex((word) => tokenAt(tree, word).deprel !== 'advcl');
  return [...below, ...(first < 0 ? clauses : clauses.slice(0, first + 1))];
};

/** How a thing may hang on an event's word: itself, or through the words of a phrase. */
type Way = 'direct' | 'anchor';

const BOTH_WAYS: readonly Way[] = ['direct', 'anchor'];

/** The things that belong to an event: to its own words, or to others that are asked for; in both ways, or in one. */
type Belonging<Thing> = (
  match: Match,
  wordsOf?: (match: Match, lexicon: Lexicon) => readonly Word[],
  ways?: readonly Way[],
) => readonly Thing[];

/** A thing of a sentence, the verb or event that it belongs to, and the word that it hangs on itself. */
interface Anchored<Thing> {
  readonly thing: Thing;
  readonly anchor: Word;
  readonly direct: Word;
}

/** Finds which of the things of a sentence belong to which event: those that hang on its own words, or on others that are asked for. */
export const belongingTo = <Thing extends Located>(
  matches: readonly Match[],
  things: readonly Thing[],
  lexicon: Lexicon,
): Belonging<Thing> => {
  const first = matches[0];
  if (first === undefined || things.length === 0) return () => [];
  const { tree } = first.site;
  const triggers = new Set(
    matches.flatMap(({ site }) => (site.object === null ? [site.trigger] : [site.trigger, site.object])),
  );
  const anchored = things.map((thing): Anchored<Thing> => {
    const top = topWord(tree.sentence, thing.span);
    if (top < 0) return { thing, anchor: -1, direct: -1 };
    return { thing, anchor: anchorOf(tree, top, triggers, lexicon), direct: tokenAt(tree, top).head };
  });
  return (match, wordsOf = ownWords, ways = BOTH_WAYS) => {
    const words = wordsOf(match, lexicon);
    // What hangs on a word itself comes before what hangs on it through the words of a phrase.
    for (const key of ways) {
      for (const word of words) {
        const found = anchored.filter((each) => each[key] === word).map(({ thing }) => thing);
        if (found.length > 0) return found;
      }
    }
    return [];
  };
};
