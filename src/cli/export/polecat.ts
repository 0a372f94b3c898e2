import type { ActorSummary, EventItem } from '../../service/index.ts';
import type { Cell } from './csv.ts';
import { eventCodes } from './event-codes.ts';

/** The columns of POLECAT's weekly files, in their order. */
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

/** Who an actor of the ledger is; null for one that is not looked up. */
export type Known = (id: string) => ActorSummary | null;

/** POLECAT writes so where it knows nothing. */
const NONE = 'None';

const joined = (values: readonly (string | null)[]): string =>
  [...new Set(values.filter((value) => value !== null && value !== ''))].join('; ') || NONE;

/** The commonest code of an actor: its country (three capitals) and sectors. */
export const codeParts = (
  actor: ActorSummary | null,
): { readonly country: string | null; readonly sectors: readonly string[] } => {
  const best = actor?.codes.toSorted((a, b) => b.reports - a.reports)[0]?.value ?? '';
  const [first = '', ...rest] = best.split(' ');
  // Sectors have three capitals too; countries come first and are none of them.
  const isCountry = /^[A-Z]{3}$/.test(first) && !sectors.has(first);
  return {
    country: isCountry ? first : null,
    sectors: (isCountry ? rest : [first, ...rest]).filter((part) => part !== ''),
  };
};

/** Codes of sectors (codebook/sectors.yaml) and of kinds of bodies, which may stand without a country. */
const sectors = new Set(
  'GOV LEG JUD MIL SPY COP PRM REB UAF PTY OPP ELI BUS LAB AGR EDU JRN MED REL REF CRM CVL SOC PRE IGO NGO NGM MNC'.split(
    ' ',
  ),
);

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

/** An event in POLECAT's columns. What it has and Readout does not know (intensity, COW, Wikipedia) is "None", as there. */
export const polecatCells = (item: EventItem, known: Known, engine: string): readonly Cell[] => {
  const { record, when, place, report } = item;
  const published = report.published?.slice(0, 10) ?? NONE;
  return [
    item.node,
    when?.start.slice(0, 10) ?? published,
    record.type,
    record.mode ?? NONE,
    NONE,
    eventCodes[record.type]?.quad ?? NONE,
    joined(record.contexts),
    ...partyCells(item.actors, known),
    ...partyCells(item.recipients, known),
    place?.name ?? NONE,
    NONE,
    NONE,
    NONE,
    place?.country ?? NONE,
    place?.lat ?? NONE,
    place?.lon ?? NONE,
    NONE,
    place?.name ?? NONE,
    NONE,
    report.publisher ?? NONE,
    published,
    NONE,
    NONE,
    NONE,
    'en',
    engine,
  ];
};
