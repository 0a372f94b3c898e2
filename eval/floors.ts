import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './report.ts';

/** The lowest value each figure may have, and the gold data it was measured on. */
export interface Floors {
  /** A figure may lie this much, or one of its cases, under its floor: what rounding and hardware change. */
  readonly epsilon: number;
  /** Hash of the names and sizes of the gold files. */
  readonly gold: string;
  readonly floors: Readonly<Record<string, number>>;
}

const path = new URL('./floors.json', import.meta.url);

/** The committed floors. */
export const readFloors = (): Floors => JSON.parse(readFileSync(path, 'utf8')) as Floors;

const SCORED = [
  'pages',
  'formats',
  'syntax',
  'ner',
  'statements',
  'ledger',
  'time',
  'place',
  'events',
  'factuality',
  'coref',
  'stories',
];

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();

/** A short hash over the gold files that are scored, by name and size. */
export const hashGold = (gold: string): string => {
  const hash = createHash('sha256');
  for (const folder of SCORED.map((name) => join(gold, name)).filter((each) => existsSync(each))) {
    for (const file of filesOf(folder)) hash.update(`${file.slice(gold.length)} ${statSync(file).size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
};

/** Figures below their floors, and floors without a figure, as lines that say so. */
export const belowFloor = (figures: readonly Figure[], { floors, epsilon }: Floors): string[] => {
  const measured = new Map(figures.map((figure) => [figure.id, figure]));
  return Object.entries(floors).flatMap(([id, floor]) => {
    const figure = measured.get(id);
    if (figure === undefined) return [`${id}: has a floor of ${floor.toFixed(2)} and was not measured`];
    const slack = Math.max(epsilon, 100 / (figure.cases ?? Number.POSITIVE_INFINITY));
    return figure.value < floor - slack
      ? [`${id}: ${figure.value.toFixed(2)} is under its floor of ${floor.toFixed(2)} (slack ${slack.toFixed(2)})`]
      : [];
  });
};

const rounded = (value: number): number => Math.floor(value * 100) / 100;

/** Floors raised to the figures; a floor goes down only where `lower` says so. */
export const raiseFloors = (figures: readonly Figure[], old: Floors, gold: string, lower: boolean): Floors => {
  const floors = { ...old.floors };
  for (const { id, value } of figures) {
    const known = floors[id];
    if (known === undefined || lower || rounded(value) > known) floors[id] = rounded(value);
  }
  const sorted = Object.fromEntries(Object.entries(floors).sort(([a], [b]) => a.localeCompare(b, 'en')));
  return { ...old, gold, floors: sorted };
};

/** Writes the floors back. */
export const writeFloors = (floors: Floors): void => writeFileSync(path, `${JSON.stringify(floors, null, 2)}\n`);
