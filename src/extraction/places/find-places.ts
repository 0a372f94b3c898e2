import type { Entity, ParsedSentence } from '../../reading/index.ts';
import { recordId, toEvidence } from '../../text/index.ts';
import type { ReadDocument } from '../reading-of.ts';
import type { Place } from '../records.ts';
import { type Atlas, atlasOf, type PlaceCodebook, type Spot } from './atlas.ts';
import { resolve, type Surroundings } from './resolve.ts';

const wordsOf = (sentence: ParsedSentence, first: number, last: number, text: string): string => {
  const from = sentence.tokens[first]?.start ?? 0;
  const to = sentence.tokens[last]?.end ?? from;
  return text.slice(from, to);
};

const isSmall = (word: string | undefined): boolean => word !== undefined && /^\p{Ll}/u.test(word);

/** A name without what stands around it in small letters: "northern Syria" → Syria, "Anbar province" → Anbar. */
const bareRange = (
  sentence: ParsedSentence,
  { first, last }: Entity,
): { readonly first: number; readonly last: number } => {
  let from = first;
  let to = last;
  while (from < to && isSmall(sentence.tokens[from]?.text)) from += 1;
  while (to > from && isSmall(sentence.tokens[to]?.text)) to -= 1;
  return { first: from, last: to };
};

/** Everywhere that an entity's words may mean: all of them, then without small words, then, for a building, its first words. */
const spotsOf = (atlas: Atlas, sentence: ParsedSentence, entity: Entity, text: string): readonly Spot[] => {
  const whole = atlas.find(wordsOf(sentence, entity.first, entity.last, text));
  if (whole.length > 0) return whole;
  const { first, last } = bareRange(sentence, entity);
  const shortest = entity.kind === 'facility' ? first : last;
  for (let end = last; end >= shortest; end -= 1) {
    const spots = atlas.find(wordsOf(sentence, first, end, text));
    if (spots.length > 0) return spots;
  }
  return [];
};

/** The place that follows a name after a comma: "Paris, Texas". */
const qualifierOf = (atlas: Atlas, sentence: ParsedSentence, entity: Entity, text: string): readonly Spot[] => {
  const next = sentence.entities.find(({ first }) => first === entity.last + 2);
  if (next === undefined || sentence.tokens[entity.last + 1]?.text !== ',') return [];
  return spotsOf(atlas, sentence, next, text).filter(({ kind }) => kind !== 'city');
};

/** How often a report names each country: by its name, its people, its capital or its regions. */
const countCountries = (atlas: Atlas, read: ReadDocument): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const sentence of read.sentences) {
    for (const entity of sentence.entities) {
      const words = wordsOf(sentence, entity.first, entity.last, read.document.text);
      const regions = atlas.find(words).filter(({ kind }) => kind !== 'city');
      const country =
        regions.length === 1 ? regions[0]?.country : regions.length > 1 ? undefined : atlas.countryOf(words);
      if (country !== undefined && country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
    }
  }
  return counts;
};

const isPlaceName = ({ kind }: Entity): boolean => kind === 'location' || kind === 'facility';

/**
 * The places that a document names, with country and coordinates from the codebook's countries, regions and gazetteer.
 * A name that several places bear is resolved by what stands beside it, by the countries the report names, and by size.
 */
export const findPlaces = (read: ReadDocument, codebook: PlaceCodebook): Place[] => {
  const { text } = read.document;
  const atlas = atlasOf(codebook);
  const countries = countCountries(atlas, read);
  return read.sentences.flatMap((sentence) =>
    sentence.entities.filter(isPlaceName).map((entity): Place => {
      const span = toEvidence(text, entity);
      const surroundings: Surroundings = { countries, qualifier: qualifierOf(atlas, sentence, entity, text) };
      const { spot, country, rule } = resolve(spotsOf(atlas, sentence, entity, text), surroundings);
      return {
        id: recordId(read.id, 'place', [span]),
        span,
        name: spot?.name ?? span.text,
        country,
        lat: spot?.lat ?? null,
        lon: spot?.lon ?? null,
        gazetteer: spot?.source ?? null,
        rule,
      };
    }),
  );
};
