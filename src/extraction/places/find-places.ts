import type { Entity, ParsedSentence } from '../../reading/index.ts';
import { type Evidence, recordId, type Span, toEvidence } from '../../text/index.ts';
import type { ReadDocument } from '../reading-of.ts';
import type { Place, PlacePrecision } from '../records.ts';
import { type Atlas, atlasOf, isTown, type PlaceCodebook, type Spot } from './atlas.ts';
import { type Clue, type Clues, toClues } from './clues.ts';
import { type Context, isPlaceName, type Mention, mentionsIn, wordsOf } from './mentions.ts';
import { type Resolution, resolve } from './resolve.ts';

/** The rule of places that are named by their people: "Russian troops". Nothing happens there for that. */
export const PEOPLE = 'places/people';

/** A name that is a place, with the words that are its evidence. */
interface Named extends Mention {
  readonly span: Evidence;
  /** Is it the name of a people, or an adjective? */
  readonly isPeople: boolean;
}

const clueOf = (key: string, spot: Spot, sentence: number): Clue => ({
  key,
  country: spot.country,
  division: spot.division,
  sentence,
});

/** The one area that a name means, as far as the name alone says: "Georgia" is none, "Oklahoma" the state and not the county. */
const plainArea = (spots: readonly Spot[]): Spot | undefined => {
  const broad = spots.filter(({ kind }) => kind === 'country' || kind === 'region');
  const [first, ...others] = broad.length > 0 ? broad : spots.filter(({ kind }) => kind === 'division');
  return others.length === 0 && first?.country !== null ? first : undefined;
};

/** What the names, peoples and governments of a report say about where it plays, before any place is resolved. */
const firstClues = (contexts: readonly Context[]): Clue[] =>
  contexts.flatMap((context, index) =>
    context.sentence.entities.flatMap((entity): Clue[] => {
      const words = wordsOf(context, entity);
      const spot = plainArea(context.atlas.find(words)) ?? context.atlas.countryOf(words);
      return spot === undefined ? [] : [clueOf(words.toLowerCase(), spot, index)];
    }),
  );

/** What stands behind names: a clue itself, and what the name means from then on. */
const fromQualifiers = (mentions: readonly Mention[]): { clues: Clue[]; senses: Map<string, Spot> } => {
  const senses = new Map<string, Spot>();
  const clues: Clue[] = [];
  for (const mention of mentions) {
    const [area] = mention.qualifier;
    if (area === undefined) continue;
    clues.push(clueOf(`${mention.key}, ${area.name}`.toLowerCase(), area, mention.sentence));
    const { spot, rule } = resolve(mention, toClues([], new Map()));
    if (spot !== null && rule === 'places/qualified' && !senses.has(mention.key)) senses.set(mention.key, spot);
  }
  return { clues, senses };
};

/** What places that are resolved so far say about the others. */
const resolvedClues = (mentions: readonly Mention[], clues: Clues): Clue[] =>
  mentions.flatMap((mention) => {
    const { spot } = resolve(mention, clues);
    return spot === null || !isTown(spot) ? [] : [clueOf(mention.key, spot, mention.sentence)];
  });

const precisionOfSpot = (spot: Spot): PlacePrecision => {
  if (isTown(spot)) return 'town';
  return spot.kind === 'country' ? 'country' : 'region';
};

/** How exactly a resolution says where: what lies somewhere in a region is known no better than the region. */
const precisionOf = ({ spot, area, country }: Resolution): PlacePrecision | null => {
  const known = spot ?? area;
  if (known !== null) return precisionOfSpot(known);
  return country === null ? null : 'country';
};

const toPlace = (id: string, { span, isPeople }: Named, resolution: Resolution): Place => {
  const { spot, area, country, rule } = resolution;
  return {
    id: recordId(id, 'place', [span]),
    span,
    name: spot?.name ?? span.text,
    country,
    lat: spot?.lat ?? area?.lat ?? null,
    lon: spot?.lon ?? area?.lon ?? null,
    precision: precisionOf(resolution),
    gazetteer: spot?.source ?? area?.source ?? null,
    rule: isPeople && spot !== null ? PEOPLE : rule,
  };
};

const contextsOf = (read: ReadDocument, codebook: PlaceCodebook): Context[] => {
  const atlas: Atlas = atlasOf(codebook);
  return read.sentences.map((sentence) => ({ atlas, codebook, sentence, text: read.document.text }));
};

const resolveAll = (read: ReadDocument, contexts: readonly Context[], named: readonly Named[]): Place[] => {
  const { clues, senses } = fromQualifiers(named);
  const known = [...firstClues(contexts), ...clues];
  const all = toClues([...known, ...resolvedClues(named, toClues(known, senses))], senses);
  return named.map((mention) => toPlace(read.id, mention, resolve(mention, all)));
};

/** A name with its words in the text. */
const toNamed = (context: Context, mention: Mention, isPeople: boolean): Named => {
  const { tokens } = context.sentence;
  const { first, last } = mention.range;
  const span = { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
  return { ...mention, span: toEvidence(context.text, span), isPeople };
};

/** A people, or what is adjective to a country or region: "Russian", "European". */
const isPeople = (context: Context, entity: Entity): boolean =>
  entity.kind === 'norp' &&
  context.atlas.find(wordsOf(context, entity)).some(({ kind }) => kind === 'country' || kind === 'region');

/**
 * The places that a document names, with country and coordinates from the codebook's countries and places and from the gazetteer.
 * A name that several places bear is resolved by what stands beside it, by what else the report names, and by size.
 */
export const findPlaces = (read: ReadDocument, codebook: PlaceCodebook): Place[] => {
  const contexts = contextsOf(read, codebook);
  const named = contexts.flatMap((context, index) =>
    context.sentence.entities
      .filter((entity) => isPlaceName(entity) || isPeople(context, entity))
      .flatMap((entity) =>
        mentionsIn(context, entity, index).map((mention) => toNamed(context, mention, entity.kind === 'norp')),
      ),
  );
  return resolveAll(read, contexts, named);
};

/** Words of a sentence that a span touches. */
const touched = ({ tokens }: ParsedSentence, { start, end }: Span): number[] =>
  tokens.flatMap((token, index) => (token.start < end && start < token.end ? [index] : []));

/** A name that somebody else has found. */
const namedBy = (contexts: readonly Context[], span: Span): Named | null => {
  const index = contexts.findIndex(({ sentence }) => touched(sentence, span).length > 0);
  const context = contexts[index];
  if (context === undefined) return null;
  const words = touched(context.sentence, span);
  const range = { first: words[0] ?? 0, last: words.at(-1) ?? 0 };
  const [mention] = mentionsIn(context, range, index);
  return mention === undefined ? null : { ...mention, span: toEvidence(context.text, span), isPeople: false };
};

/** The places of a document where somebody else has said which words name places. */
export const locateNames = (read: ReadDocument, codebook: PlaceCodebook, spans: readonly Span[]): (Place | null)[] => {
  const contexts = contextsOf(read, codebook);
  const named = spans.map((span) => namedBy(contexts, span));
  const given = named.filter((each) => each !== null);
  const places = new Map(resolveAll(read, contexts, given).map((place, index) => [given[index], place]));
  return named.map((each) => (each === null ? null : (places.get(each) ?? null)));
};
