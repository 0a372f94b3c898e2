import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distance, findPlaces, locateNames, type Place, type ReadDocument } from '../src/extraction/index.ts';
import type { Engine } from '../src/readout/index.ts';
import { documentId, segment } from '../src/text/index.ts';
import { type PlaceStory, readPlaceStories, type Toponym } from './place-gold.ts';
import { type EvalContext, type Figure, shareFigure, type Table } from './report.ts';
import { toDocument } from './time.ts';

/** How far off a place may lie: 100 miles, as the field counts. */
const NEAR = 161;

const isNear = (place: Place | null, toponym: Toponym): boolean =>
  place !== null && place.lat !== null && distance(place, toponym) <= NEAR;

/** Is it the country that the gold means, wherever in it either puts the middle? */
const isSameCountry = (place: Place | null, { title }: Toponym, engine: Engine): boolean => {
  const named = engine.codebook.nations.countryOf(title.replace(' (country)', ''));
  return named?.match === 'name' && place?.gazetteer === `iso3166:${named.country.id}`;
};

interface Counts {
  all: number;
  found: number;
  resolved: number;
  near: number;
  meant: number;
  withCountry: number;
  rightCountry: number;
}

const noCounts = (): Counts => ({
  all: 0,
  found: 0,
  resolved: 0,
  near: 0,
  meant: 0,
  withCountry: 0,
  rightCountry: 0,
});

const describe = (place: Place | null): string =>
  place === null ? 'not found' : `${place.name} (${place.country}) ${place.lat}, ${place.lon} by ${place.rule}`;

const count = (counts: Counts, toponym: Toponym, place: Place | null, engine: Engine): boolean => {
  const isRight = isNear(place, toponym);
  const country = toponym.country === null ? undefined : engine.codebook.nations.countryOf(toponym.country)?.country.id;
  const isMeant = isRight || isSameCountry(place, toponym, engine);
  counts.all += 1;
  counts.found += place === null ? 0 : 1;
  counts.resolved += place === null || place.lat === null ? 0 : 1;
  counts.near += isRight ? 1 : 0;
  counts.meant += isMeant ? 1 : 0;
  counts.withCountry += country === undefined ? 0 : 1;
  counts.rightCountry += country !== undefined && place?.country === country ? 1 : 0;
  return isMeant;
};

/** The places of a story as Readout finds them, and as it puts the names on the map that the gold gives. */
type Locate = (read: ReadDocument, toponyms: readonly Toponym[], engine: Engine) => readonly (Place | null)[];

const fromText: Locate = (read, toponyms, { codebook }) => {
  const places = findPlaces(read, codebook);
  return toponyms.map(({ start, end }) => places.find(({ span }) => span.start < end && start < span.end) ?? null);
};

const fromNames: Locate = (read, toponyms, { codebook }) => locateNames(read, codebook, toponyms);

const figuresOf = (name: string, counts: Counts): Figure[] => {
  const near = `within ${NEAR} km`;
  return [
    shareFigure(`place/${name}/found`, 'found as a place', counts.found, counts.all),
    shareFigure(`place/${name}/near`, near, counts.near, counts.all),
    shareFigure(`place/${name}/near-of-resolved`, `${near}, of those resolved`, counts.near, counts.resolved),
    shareFigure(`place/${name}/meant`, `${near}, or the same country`, counts.meant, counts.all),
    ...(counts.withCountry === 0
      ? []
      : [shareFigure(`place/${name}/country`, 'country right', counts.rightCountry, counts.withCountry)]),
  ];
};

const readStory = async (engine: Engine, text: string): Promise<ReadDocument> => {
  const document = toDocument(text, '');
  const sentences = await engine.reader.read(segment(document, engine.textModel));
  return { id: documentId(text), document, sentences };
};

const WAYS: readonly (readonly [suffix: string, title: string, locate: Locate])[] = [
  ['', 'from raw text', fromText],
  ['/given', 'place names given', fromNames],
];

const scoreFile = async (name: string, stories: readonly PlaceStory[], engine: Engine): Promise<Table[]> => {
  const reads: ReadDocument[] = [];
  for (const { text } of stories) reads.push(await readStory(engine, text));
  return WAYS.map(([suffix, title, locate]) => {
    const errors: string[] = [];
    const counts = noCounts();
    for (const [index, { text, toponyms }] of stories.entries()) {
      const places = reads[index] === undefined ? [] : locate(reads[index], toponyms, engine);
      for (const [at, toponym] of toponyms.entries()) {
        const place = places[at] ?? null;
        const words = text.slice(toponym.start, toponym.end);
        if (!count(counts, toponym, place, engine))
          errors.push(`"${words}" (${toponym.title}, ${toponym.lat}, ${toponym.lon}): ${describe(place)}`);
      }
    }
    const heading = `${name}: ${stories.length} stories, ${title}`;
    return { task: 'place', title: heading, figures: figuresOf(`${name}${suffix}`, counts), errors };
  });
};

const FILES: readonly (readonly [name: string, file: string])[] = [
  ['tr-news', 'tr-news/TR-News'],
  ['geovirus', 'geovirus/GeoVirus'],
];

/** Place names of news put on the map: those that Readout finds in raw text, and those that the gold gives it. */
export const scorePlaces = async ({ gold, split, errors }: EvalContext, engine: Engine): Promise<Table[]> => {
  const tables: Table[] = [];
  for (const [name, file] of FILES) {
    const path = join(gold, 'place', `${file}${split === 'test' ? '-test' : ''}.xml`);
    if (!existsSync(path)) continue;
    const scored = await scoreFile(name, readPlaceStories(readFileSync(path, 'utf8')), engine);
    tables.push(...scored.map((table) => (errors ? table : { ...table, errors: [] })));
  }
  return tables;
};
