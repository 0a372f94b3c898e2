import type { Codebook, EventEntry } from '../../codebook/index.ts';
import { type ParsedSentence, treeOf } from '../../reading/index.ts';
import { FELT_BY_ALL } from '../events/felt.ts';
import { topWord } from '../events/surroundings.ts';
import { PEOPLE } from '../places/find-places.ts';
import type { Place } from '../records.ts';
import { eventWordsOf, isBelowEvent } from './beside-event.ts';
import type { Description } from './description.ts';

const isFelt = ({ type, recipients }: EventEntry): boolean =>
  FELT_BY_ALL.includes(type) && (recipients ?? []).length > 0;

/** The name of a place's first word to its last. */
const wordsOf = ({ tokens }: ParsedSentence, { start, end }: Place['span']): number[] =>
  [...tokens.keys()].filter((word) => (tokens[word]?.start ?? -1) >= start && (tokens[word]?.end ?? end + 1) <= end);

/**
 * Places of a sentence that an event is felt in, which are no actors yet, as those who live there: "shelled | Eastern Norland |",
 * "a curfew in | Norburg |". `isKnown` says whether a word already refers to an actor.
 */
export const describeGround = (
  codebook: Codebook,
  sentence: ParsedSentence,
  index: number,
  places: readonly Place[],
  isKnown: (word: number) => boolean,
): Description[] => {
  const tree = treeOf(sentence);
  const events = eventWordsOf(codebook);
  return places.flatMap((place): Description[] => {
    const { span, country, rule } = place;
    if (rule === PEOPLE || span.start < sentence.start || span.end > sentence.end) return [];
    const words = wordsOf(sentence, span);
    const head = topWord(sentence, span);
    if (head < 0 || words.some(isKnown) || !isBelowEvent(tree, head, events, isFelt)) return [];
    const nation = country === null ? undefined : codebook.nations.byCode(country);
    return [
      {
        phrase: { sentence: index, head, words, entity: undefined, country: undefined, definite: false, plural: false },
        form: 'name',
        kind: 'group',
        name: span.text,
        role: null,
        title: undefined,
        titlePhrase: null,
        country: nation,
        affiliation: nation?.name ?? null,
        sector: null,
        isGround: true,
      },
    ];
  });
};
