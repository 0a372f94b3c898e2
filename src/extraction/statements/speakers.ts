import type { Codebook } from '../../codebook/index.ts';
import { dependent, dependents, type ParsedSentence, subtree, treeOf } from '../../reading/index.ts';
import { toEvidence } from '../../text/index.ts';
import type { ActorIndex } from '../reading-of.ts';
import type { Channel, Statement } from '../records.ts';
import type { Draft } from './draft.ts';

const isBehind = (codebook: Codebook, sentence: ParsedSentence, word: number, set: string): boolean =>
  dependents(treeOf(sentence), word, 'case').some((mark) => codebook.isWord(set, sentence.tokens[mark]?.lemma));

/** Who issued a document, however deep the parser hung them: "a report on prisons | by the ministry |", "a survey published by …". */
const issuersOf = (codebook: Codebook, sentence: ParsedSentence, noun: number): number[] => {
  const isClause = (word: number): boolean => dependents(treeOf(sentence), word, 'nsubj', 'mark').length > 0;
  return subtree(treeOf(sentence), noun, isClause).filter(
    (word) => word > noun && isBehind(codebook, sentence, word, 'issuer-prepositions'),
  );
};

/** The nouns that say whose a noun is: "the ministry's report", "a spokesman for the navy", "the G7 statement". */
const ownersOf = (codebook: Codebook, sentence: ParsedSentence, noun: number): number[] => {
  const tree = treeOf(sentence);
  const after = dependents(tree, noun, 'nmod').filter((word) =>
    isBehind(codebook, sentence, word, 'owner-prepositions'),
  );
  return [
    ...dependents(tree, noun, 'nmod:poss'),
    ...issuersOf(codebook, sentence, noun),
    ...after,
    ...dependents(tree, noun, 'compound', 'amod'),
  ];
};

const isMouthpiece = (codebook: Codebook, sentence: ParsedSentence, head: number): boolean =>
  codebook.isWord('mouthpieces', sentence.tokens[head]?.text) && dependent(treeOf(sentence), head, 'appos') < 0;

const isDocument = (codebook: Codebook, sentence: ParsedSentence, head: number): boolean =>
  sentence.tokens[head]?.upos === 'NOUN' &&
  [sentence.tokens[head]?.lemma, sentence.tokens[head]?.text].some(
    (word) => codebook.channels.find([word ?? ''])?.entry.speaks === true,
  );

/** "U.S. officials" may be party to an event, but nobody is named by them as a speaker (codebook, ruling 16). */
const isUnnamed = (codebook: Codebook, sentence: ParsedSentence, head: number): boolean => {
  const word = sentence.tokens[head]?.text.toLowerCase() ?? '';
  return codebook.isWord('unnamed', word) && !codebook.isWord('unnamed-alone', word);
};

/** CASE 1: the actor at the head of the source. CASE 2: the body that an unnamed spokesman or a document speaks for. */
export const speakersOf = (
  codebook: Codebook,
  sentence: ParsedSentence,
  { sourceHead: head, sentence: index, speaker }: Draft,
  actors: ActorIndex,
  bodies: ReadonlySet<string>,
): readonly string[] => {
  if (head === null) return [];
  const at = (token: number): readonly string[] => actors.actorsAt({ sentence: index, token });
  if (isMouthpiece(codebook, sentence, head) || isDocument(codebook, sentence, head)) {
    const issuers = ownersOf(codebook, sentence, head).map((owner) => at(owner).filter((id) => bodies.has(id)));
    const found = issuers.find((each) => each.length > 0);
    if (found !== undefined) return found;
  }
  const own = isUnnamed(codebook, sentence, head) ? at(head).filter((id) => !bodies.has(id)) : at(head);
  return own.length === 0 && speaker != null ? [speaker] : own;
};

/** A document that speaks is the channel of its issuer. */
export const documentChannel = (
  codebook: Codebook,
  text: string,
  sentence: ParsedSentence,
  draft: Draft,
): Channel[] => {
  if (draft.source === null || draft.sourceHead === null || !isDocument(codebook, sentence, draft.sourceHead))
    return [];
  const span = toEvidence(text, draft.source);
  return [{ name: span.text, span }];
};

/** How many statements back the document is looked for that speaks again. */
const LOOK_BACK = 20;

const lastWord = (name: string): string => name.toLowerCase().split(/\s+/).at(-1) ?? '';

/** "The statement said …": who spoke in the last document of that name speaks again. */
export const issuersAgain = (statements: readonly Statement[]): Statement[] => {
  const found: Statement[] = [];
  for (const statement of statements) {
    const [own] = statement.channel;
    const isDocument = own !== undefined && own.span.start === statement.source?.start;
    const issued =
      isDocument && statement.speakers.length === 0
        ? found
            .slice(-LOOK_BACK)
            .findLast(
              ({ speakers, channel }) =>
                speakers.length > 0 && channel.some(({ name }) => lastWord(name) === lastWord(own.name)),
            )
        : undefined;
    found.push(issued === undefined ? statement : { ...statement, speakers: issued.speakers });
  }
  return found;
};
