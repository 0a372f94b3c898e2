import type { Spot } from './atlas.ts';
import type { Mention } from './mentions.ts';

/** That a report names, or tells of, somewhere. */
export interface Clue {
  /** The name that gave it: a name is no clue to itself. */
  readonly key: string;
  readonly country: string | null;
  readonly division: string | null;
  readonly sentence: number;
}

/** What a report says about where it plays. */
export interface Clues {
  /** How often other names point to the country and to the division of a spot, in the report and in one sentence. */
  readonly of: (spot: Spot, mention: Pick<Mention, 'key' | 'sentence'>) => Support;
  /** What the name means where the report says so: "Paris, Texas" once, then "Paris". */
  readonly sense: (key: string) => Spot | undefined;
}

/** How much speaks for a spot. */
export interface Support {
  /** The share of all clues that point to its country. */
  readonly country: number;
  readonly division: number;
  readonly sameSentence: boolean;
}

const isKey = (value: string | null): value is string => value !== null;

/** Counts of clues by what they point to, and by the name that gave them. */
class Tally {
  readonly #all = new Map<string, number>();
  readonly #byName = new Map<string, number>();

  add(where: string | null, key: string): void {
    if (!isKey(where)) return;
    this.#all.set(where, (this.#all.get(where) ?? 0) + 1);
    this.#byName.set(`${where} ${key}`, (this.#byName.get(`${where} ${key}`) ?? 0) + 1);
  }

  /** How many clues point there, without those of one name. */
  count(where: string | null, key: string): number {
    return isKey(where) ? (this.#all.get(where) ?? 0) - (this.#byName.get(`${where} ${key}`) ?? 0) : 0;
  }
}

/** Gathers clues, and what names mean by what stands behind them. */
export const toClues = (clues: readonly Clue[], senses: ReadonlyMap<string, Spot>): Clues => {
  const [countries, divisions] = [new Tally(), new Tally()];
  const [inSentence, names] = [new Tally(), new Tally()];
  for (const { key, country, division, sentence } of clues) {
    countries.add(country, key);
    divisions.add(division, key);
    inSentence.add(`${sentence} ${country}`, key);
    inSentence.add(`${sentence} ${division}`, key);
    names.add('any', key);
  }
  return {
    of: ({ country, division }, { key, sentence }) => ({
      country: countries.count(country, key) / Math.max(1, names.count('any', key)),
      division: divisions.count(division, key) / Math.max(1, names.count('any', key)),
      sameSentence: inSentence.count(`${sentence} ${division ?? country}`, key) > 0,
    }),
    sense: (key) => senses.get(key),
  };
};
