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

/** Words of a sentence, `first` to `last`. */
interface Range {
  readonly first: number;
  readonly last: number;
}

const isComma = (word: string | undefined): boolean => word === ',';

/** An entity parted at its commas: "Ames, Iowa" is a name and what qualifies it. */
const partsOf = (sentence: ParsedSentence, { first, last }: Entity): Range[] => {
  const parts: Range[] = [];
  let from = first;
  for (let index = first; index <= last + 1; index += 1) {
    if (index <= last && !isComma(sentence.tokens[index]?.text)) continue;
    if (index > from) parts.push({ first: from, last: index - 1 });
    from = index + 1;
  }
  return parts;
};

/** A name without what stands around it in small letters: "northern Syria" → Syria, "Anbar province" → Anbar. */
const bareRange = (sentence: ParsedSentence, { first, last }: Range): Range => {
  let from = first;
  let to = last;
  while (from < to && isSmall(sentence.tokens[from]?.text)) from += 1;
  while (to > from && isSmall(sentence.tokens[to]?.text)) to -= 1;
  return { first: from, last: to };
};

/** Shorter and shorter ends of a name that are a country or region: "Far North Queensland" → Queensland. */
const areaAtEnd = (
  find: (range: Range) => readonly Spot[],
  isGlued: (word: number) => boolean,
  { first, last }: Range,
): readonly Spot[] => {
  for (let from = first + 1; from <= last; from += 1) {
    if (isGlued(from)) continue;
    const areas = find({ first: from, last }).filter(({ kind }) => kind !== 'city');
    if (areas.length > 0) return areas;
  }
  return [];
};

/** Shorter and shorter beginnings of a building's name: "Kabul International Airport" → Kabul. */
const cityAtStart = (find: (range: Range) => readonly Spot[], { first, last }: Range): readonly Spot[] => {
  for (let to = last - 1; to >= first; to -= 1) {
    const spots = find({ first, last: to });
    if (spots.length > 0) return spots;
  }
  return [];
};

/** Everywhere that a name may mean: all of its words, then without small words, then what it begins or ends with. */
const spotsOf = (
  atlas: Atlas,
  sentence: ParsedSentence,
  range: Range,
  kind: Entity['kind'],
  text: string,
): readonly Spot[] => {
  const find = ({ first, last }: Range): readonly Spot[] => atlas.find(wordsOf(sentence, first, last, text));
  const isGlued = (word: number): boolean => sentence.tokens[word]?.start === sentence.tokens[word - 1]?.end;
  const whole = find(range);
  if (whole.length > 0) return whole;
  const bare = bareRange(sentence, range);
  const core = find(bare);
  if (core.length > 0) return core;
  return kind === 'facility' ? cityAtStart(find, bare) : areaAtEnd(find, isGlued, bare);
};

/** Does one of the words hang on a word before them as the next in a list ("Kyiv, Moldova and Georgia")? */
const isListed = (sentence: ParsedSentence, { first, last }: Range): boolean =>
  sentence.tokens.slice(first, last + 1).some(({ deprel, head }) => deprel === 'conj' && head < first);

/** The words that follow an entity after a comma: "Paris", "Texas". */
const partAfter = (sentence: ParsedSentence, entity: Entity): Range[] => {
  const next = sentence.entities.find(({ first }) => first === entity.last + 2);
  if (next === undefined || !isComma(sentence.tokens[entity.last + 1]?.text) || isListed(sentence, next)) return [];
  return partsOf(sentence, next).slice(0, 1);
};

/** What an entity may mean, and the country or region that is named after it. */
const lookUp = (
  atlas: Atlas,
  sentence: ParsedSentence,
  entity: Entity,
  text: string,
): { spots: readonly Spot[]; qualifier: readonly Spot[] } => {
  const [name, ...rest] = partsOf(sentence, entity);
  if (name === undefined) return { spots: [], qualifier: [] };
  const [after] = rest.length > 0 ? rest : partAfter(sentence, entity);
  const areas = after === undefined ? [] : spotsOf(atlas, sentence, after, 'location', text);
  return {
    spots: spotsOf(atlas, sentence, name, entity.kind, text),
    qualifier: areas.filter(({ kind }) => kind !== 'city'),
  };
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
      const { spots, qualifier } = lookUp(atlas, sentence, entity, text);
      const surroundings: Surroundings = { countries, qualifier };
      const { spot, area, country, rule } = resolve(spots, surroundings);
      return {
        id: recordId(read.id, 'place', [span]),
        span,
        name: spot?.name ?? span.text,
        country,
        lat: spot?.lat ?? area?.lat ?? null,
        lon: spot?.lon ?? area?.lon ?? null,
        gazetteer: spot?.source ?? area?.source ?? null,
        rule,
      };
    }),
  );
};
