import type { EventItem } from '../../service/index.ts';
import { codeParts, type Known } from './actor-codes.ts';
import type { Cell } from './csv.ts';
import { ploverScores } from './plover-scores.ts';

/**
 * The 40 columns of POLECAT's files, in their order (doi:10.7910/DVN/AJGVIT). Files of some years call the fifth "Event Intensity".
 * Several values in a cell have "; " between them.
 */
export const polecatColumns = [
  'Event ID',
  'Event Date',
  'Event Type',
  'Event Mode',
  'Intensity',
  'Quad Code',
  'Contexts',
  'Actor Name',
  'Actor Country',
  'Actor COW',
  'Primary Actor Sector',
  'Actor Sectors',
  'Actor Title',
  'Actor Name Raw',
  'Wikipedia Actor ID',
  'Recipient Name',
  'Recipient Country',
  'Recipient COW',
  'Primary Recipient Sector',
  'Recipient Sectors',
  'Recipient Title',
  'Recipient Name Raw',
  'Wikipedia Recipient ID',
  'Placename',
  'City',
  'District',
  'Province',
  'Country',
  'Latitude',
  'Longitude',
  'GeoNames ID',
  'Raw Placename',
  'Feature Type',
  'Source',
  'Publication Date',
  'Story People',
  'Story Organizations',
  'Story Locations',
  'Language',
  'Version',
] as const;

/** POLECAT writes so where it knows nothing. */
const NONE = 'None';

const joined = (values: readonly (string | null)[]): string =>
  [...new Set(values.filter((value) => value !== null && value !== ''))].join('; ') || NONE;

const partyCells = (actors: EventItem['actors'], known: Known): readonly Cell[] => {
  const summaries = actors.map(({ id }) => known(id));
  const parts = summaries.map(codeParts);
  const all = parts.flatMap((part) => part.sectors);
  const roles = summaries.map((summary) => summary?.roles.toSorted((a, b) => b.reports - a.reports)[0]?.value ?? null);
  return [
    joined(actors.map(({ name }) => name)),
    joined(parts.map(({ country }) => country)),
    NONE,
    all[0] ?? NONE,
    joined(all),
    joined(roles),
    joined(summaries.flatMap((summary) => summary?.names.map(({ value }) => value) ?? [])),
    NONE,
  ];
};

type Realis = EventItem['record']['realis'];

/** PLOVER's contexts for what did not happen, or not yet (PLOVER manual, special contexts). */
const special: Readonly<Record<Realis, string | null>> = {
  actual: null,
  planned: 'future',
  expected: 'future',
  possible: 'hypothetical',
  requested: 'hypothetical',
  conditional: 'hypothetical',
  negated: 'negation',
};

/** Cooperation that is meant to come is AGREE in PLOVER, rather than its type in the future. */
const agreed = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID']);

const kindCells = ({ type, mode, contexts, realis }: EventItem['record'], denied: boolean): readonly Cell[] => {
  const isAgreed = realis === 'planned' && agreed.has(type);
  const written = isAgreed ? 'AGREE' : type;
  const score = ploverScores[written];
  const marks = [isAgreed ? null : special[realis], denied ? special.negated : null];
  return [
    written,
    (isAgreed ? null : mode) ?? NONE,
    score?.intensity ?? NONE,
    score?.quad ?? NONE,
    joined([...contexts, ...marks]),
  ];
};

const placeCells = ({ place }: EventItem): readonly Cell[] => {
  const name = place?.name ?? NONE;
  const is = (precision: string): string => (place?.precision === precision ? name : NONE);
  return [
    name,
    is('town'),
    NONE,
    is('region'),
    place?.country ?? NONE,
    place?.lat ?? NONE,
    place?.lon ?? NONE,
    NONE,
    name,
    NONE,
  ];
};

/**
 * An event in POLECAT's columns; what is told only by those who deny it has the context "negation". What POLECAT has and Readout does
 * not know (COW and GeoNames codes, Wikipedia, districts, the other names of the story) is "None", as there.
 */
export const polecatCells = (item: EventItem, denied: boolean, known: Known, engine: string): readonly Cell[] => {
  const published = item.report.published?.slice(0, 10) ?? NONE;
  return [
    item.node,
    item.when?.start.slice(0, 10) ?? published,
    ...kindCells(item.record, denied),
    ...partyCells(item.actors, known),
    ...partyCells(item.recipients, known),
    ...placeCells(item),
    item.report.publisher ?? NONE,
    published,
    NONE,
    NONE,
    NONE,
    'en',
    engine,
  ];
};
