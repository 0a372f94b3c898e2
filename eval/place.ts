import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distance, findPlaces, type Place } from '../src/extraction/index.ts';
import type { Engine } from '../src/readout/index.ts';
import { documentId, segment } from '../src/text/index.ts';
import { type EvalContext, shareFigure, type Table } from './report.ts';
import { toDocument } from './time.ts';

/** A place name of a gold story, with the coordinates of what it means. */
interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly lat: number;
  readonly lon: number;
  /** Its country's name, where the gold has one. */
  readonly country: string | null;
}

interface PlaceStory {
  readonly text: string;
  readonly toponyms: readonly Toponym[];
}

/** How far off a place may lie: 100 miles, as the field counts. */
const NEAR = 161;

const tag = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>\\s*(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?\\s*</${name}>`, 's').exec(xml)?.[1];

const unescapeXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const toToponym = (xml: string): Toponym[] => {
  const number = (name: string): number => Number(tag(xml, name) ?? Number.NaN);
  const numbers = { start: number('start'), end: number('end'), lat: number('lat'), lon: number('lon') };
  const country = /<country\b[^>]*>([^<]*)</.exec(xml)?.[1] ?? null;
  return Object.values(numbers).every(Number.isFinite) ? [{ ...numbers, country }] : [];
};

/** CDATA stands as it is; other text has its entities read. */
const toText = (inner: string): string => {
  const data = /^\s*<!\[CDATA\[(.*)\]\]>\s*$/s.exec(inner)?.[1];
  return data ?? unescapeXml(inner);
};

/** The stories of a file in the layout of LGL ("toponym") or of GeoVirus ("location"). */
const readStories = (xml: string): PlaceStory[] =>
  [...xml.matchAll(/<article\b.*?<\/article>/gs)].map(([article]) => ({
    text: toText(/<text>(.*?)<\/text>/s.exec(article)?.[1] ?? '').replace(/\r/g, ''),
    toponyms: [...article.matchAll(/<(toponym|location)>.*?<\/\1>/gs)].flatMap(([each]) => toToponym(each)),
  }));

const isNear = (place: Place | undefined, toponym: Toponym): boolean =>
  place !== undefined && place.lat !== null && distance(place, toponym) <= NEAR;

interface Counts {
  all: number;
  found: number;
  resolved: number;
  near: number;
  withCountry: number;
  rightCountry: number;
}

const describe = (place: Place | undefined): string =>
  place === undefined ? 'not found' : `${place.name} (${place.country}) ${place.lat}, ${place.lon} by ${place.rule}`;

const count = (counts: Counts, toponym: Toponym, place: Place | undefined, engine: Engine): boolean => {
  const isRight = isNear(place, toponym);
  const country = toponym.country === null ? undefined : engine.codebook.nations.countryOf(toponym.country)?.country.id;
  counts.all += 1;
  counts.found += place === undefined ? 0 : 1;
  counts.resolved += place === undefined || place.lat === null ? 0 : 1;
  counts.near += isRight ? 1 : 0;
  counts.withCountry += country === undefined ? 0 : 1;
  counts.rightCountry += country !== undefined && place?.country === country ? 1 : 0;
  return isRight;
};

const placesOf = async (engine: Engine, text: string): Promise<Place[]> => {
  const document = toDocument(text, '');
  const sentences = await engine.reader.read(segment(document, engine.textModel));
  return findPlaces({ id: documentId(text), document, sentences }, engine.codebook);
};

const scoreFile = async (name: string, stories: readonly PlaceStory[], engine: Engine): Promise<Table> => {
  const errors: string[] = [];
  const counts: Counts = { all: 0, found: 0, resolved: 0, near: 0, withCountry: 0, rightCountry: 0 };
  for (const { text, toponyms } of stories) {
    const places = await placesOf(engine, text);
    for (const toponym of toponyms) {
      const place = places.find(({ span }) => span.start < toponym.end && toponym.start < span.end);
      const words = text.slice(toponym.start, toponym.end);
      if (!count(counts, toponym, place, engine))
        errors.push(`"${words}" (${toponym.country} ${toponym.lat}, ${toponym.lon}): ${describe(place)}`);
    }
  }
  const near = `within ${NEAR} km`;
  const figures = [
    shareFigure(`place/${name}/found`, 'found as a place', counts.found, counts.all),
    shareFigure(`place/${name}/near`, near, counts.near, counts.all),
    shareFigure(`place/${name}/near-of-resolved`, `${near}, of those resolved`, counts.near, counts.resolved),
    ...(counts.withCountry === 0
      ? []
      : [shareFigure(`place/${name}/country`, 'country right', counts.rightCountry, counts.withCountry)]),
  ];
  return { task: 'place', title: `${name}: ${stories.length} stories, from raw text`, figures, errors };
};

const FILES: readonly (readonly [name: string, file: string])[] = [
  ['tr-news', 'tr-news/TR-News'],
  ['geovirus', 'geovirus/GeoVirus'],
];

/** Place names of news, found in raw text and put on the map. */
export const scorePlaces = async ({ gold, split, errors }: EvalContext, engine: Engine): Promise<Table[]> => {
  const tables: Table[] = [];
  for (const [name, file] of FILES) {
    const path = join(gold, 'place', `${file}${split === 'test' ? '-test' : ''}.xml`);
    if (!existsSync(path)) continue;
    const table = await scoreFile(name, readStories(readFileSync(path, 'utf8')), engine);
    tables.push(errors ? table : { ...table, errors: [] });
  }
  return tables;
};
