import { isTown, type Spot } from './atlas.ts';
import type { Clues, Support } from './clues.ts';
import type { Mention } from './mentions.ts';

/** A name resolved, or left open: `spot` is null where several places bear it and nothing decides. */
export interface Resolution {
  readonly spot: Spot | null;
  /** The region that it lies in, where that is all that is known. */
  readonly area: Spot | null;
  readonly country: string | null;
  readonly rule: string;
}

const EARTH_RADIUS = 6371;

/** Kilometres between two places along the earth's surface. */
export const distance = (one: Pick<Spot, 'lat' | 'lon'>, other: Pick<Spot, 'lat' | 'lon'>): number => {
  const radians = (degrees: number | null): number => ((degrees ?? 0) * Math.PI) / 180;
  const [a, b] = [radians(one.lat), radians(other.lat)];
  const half =
    Math.sin((a - b) / 2) ** 2 +
    Math.cos(a) * Math.cos(b) * Math.sin(radians(one.lon) / 2 - radians(other.lon) / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(half));
};

const UNKNOWN: Resolution = { spot: null, area: null, country: null, rule: 'places/unknown' };

const found = (spot: Spot, rule: string): Resolution => ({ spot, area: null, country: spot.country, rule });

/** A town in a region lies no farther from its middle than this, in kilometres: the largest provinces are so wide. */
const REGION_REACH = 1100;

/** CASE 1: the name is followed by its country or region; in a region without a code, the nearest to its middle. */
const qualified = (spots: readonly Spot[], qualifier: readonly Spot[]): Spot | undefined => {
  const isCountry = spots[0]?.kind === 'country';
  for (const area of qualifier) {
    // "Jordan, Minnesota" is a town, "Russia, US" a list.
    if (isCountry && area.kind === 'country') continue;
    const inside = spots.filter((spot) => spot.country === area.country && spot.source !== area.source);
    const [first] = inside;
    if (first === undefined || area.country === null) continue;
    if (area.kind === 'country') return first;
    const coded = inside.find((spot) => area.division !== null && spot.division === area.division);
    if (coded !== undefined) return coded;
    const nearest = inside.reduce((best, spot) => (distance(spot, area) < distance(best, area) ? spot : best));
    if (area.division === null && distance(nearest, area) <= REGION_REACH) return nearest;
  }
  return undefined;
};

/** CASE 2: the gazetteer does not hold the place, or not there, but the region behind it says where it is, roughly. */
const insideRegion = (qualifier: readonly Spot[]): Resolution | undefined => {
  const [area] = qualifier;
  if (area === undefined || (qualifier.length > 1 && area.kind === 'country')) return undefined;
  const isSmall = area.kind !== 'country' && area.country !== null;
  return { spot: null, area: isSmall ? area : null, country: area.country, rule: 'places/inside-region' };
};

/**
 * How likely a name is to mean a place of a kind before anything is known of the report. A step is ten times the people:
 * a country counts like a town of 300 million, a province like one of a third of its people.
 */
const PRIOR: Readonly<Record<Spot['kind'], number>> = {
  country: 8.5,
  region: 8,
  division: -0.5,
  subdivision: -1.5,
  capital: 1,
  seat: 0.4,
  town: 0,
  quarter: 0,
};

/** Few people are not told from none. */
const FEWEST = 300;
/** What another name of a place counts less than its own. */
const OTHER_NAME = 0.2;
/** What it counts if all else that the report names lies in the same country, or division; a part of it by its root. */
const SAME_AREA = 3;
/** What it counts if the sentence names that area. */
const SAME_SENTENCE = 0.8;
/** How far the first must be ahead of the second: it is twice as likely. */
const CLEAR = 0.3;
/** Places that lie so close together, in kilometres, are no rivals: a town and its county. */
const CLOSE = 100;

const prior = ({ kind, people, isOwnName }: Spot): number => {
  const size = kind === 'country' || kind === 'region' ? 0 : Math.log10(Math.max(people, FEWEST));
  return PRIOR[kind] + size - (isOwnName ? 0 : OTHER_NAME);
};

const backing = ({ country, division, sameSentence }: Support): number =>
  SAME_AREA * (Math.sqrt(country) + Math.sqrt(division)) + (sameSentence ? SAME_SENTENCE : 0);

/** The spots that come into question: no town behind a name, and where only a part of the name fits none that nothing else speaks for. */
const fittingOf = (mention: Mention, clues: Clues): readonly Spot[] => {
  const { spots, isQualifier, isPartial } = mention;
  const areas = isQualifier ? spots.filter((spot) => !isTown(spot)) : [];
  if (areas.length > 0) return areas;
  return isPartial ? spots.filter((spot) => clues.of(spot, mention).country > 0) : spots;
};

/** Does one of them lie in the other, so that either is no mistake? New York is a city of New York. */
const isNested = (one: Spot, other: Spot): boolean => one.division !== null && one.division === other.division;

/** CASE 4: what is most likely by its size and by what else the report names, if nothing else is nearly as likely. */
const likeliest = (mention: Mention, clues: Clues): Resolution => {
  const scored = fittingOf(mention, clues).map((spot) => ({
    spot,
    score: prior(spot) + backing(clues.of(spot, mention)),
  }));
  scored.sort((a, b) => b.score - a.score);
  const [best, ...rest] = scored;
  if (best === undefined) return UNKNOWN;
  const rival = rest.find(({ spot }) => distance(spot, best.spot) > CLOSE && !isNested(spot, best.spot));
  if (rival === undefined || best.score - rival.score >= CLEAR) return found(best.spot, `places/${best.spot.kind}`);
  const countries = new Set(scored.map(({ spot }) => spot.country));
  const country = countries.size === 1 ? best.spot.country : null;
  return { spot: null, area: null, country, rule: 'places/ambiguous' };
};

const isInGazetteer = ({ kind }: Spot): boolean => kind !== 'country' && kind !== 'region';

/** Decides which of the places of one name is meant; what nothing decides stays open. */
export const resolve = (mention: Mention, clues: Clues): Resolution => {
  const { spots, qualifier, key } = mention;
  const inside = qualified(spots, qualifier);
  if (inside !== undefined) return found(inside, 'places/qualified');
  const [first] = spots;
  const isInRegion = qualifier[0] !== undefined && qualifier[0].kind !== 'country';
  const region = first === undefined || (isInGazetteer(first) && isInRegion) ? insideRegion(qualifier) : undefined;
  if (region !== undefined) return region;
  // CASE 3: the report has said elsewhere which one it means.
  const sense = clues.sense(key);
  return sense === undefined || first === undefined ? likeliest(mention, clues) : found(sense, 'places/as-before');
};
