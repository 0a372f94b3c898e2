const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps of the slider, and how many of them the page keys go. A ledger that is younger than three days has finer ones. */
const grains = [
  { name: 'day', length: DAY, leap: 7 },
  { name: 'hour', length: HOUR, leap: 24 },
  { name: 'minute', length: MINUTE, leap: 15 },
  { name: 'second', length: SECOND, leap: 10 },
] as const;

/** The fewest steps that a grain must have to be used. */
const FEWEST = 3;

/** The moments that the slider can be put to: the ends of steps from the first entry to the last, and now. */
export interface Scale {
  readonly grain: (typeof grains)[number]['name'];
  readonly leap: number;
  /** The place of now; the moments of the past are before it. */
  readonly now: number;
  /** The moment at a place as it stands in addresses; undefined: now. A day alone means its end. */
  readonly momentAt: (place: number) => string | undefined;
  /** The place of a moment, the nearest that is not after it; of now where there is none. */
  readonly placeOf: (moment: string | undefined) => number;
}

/** A moment in milliseconds: a day alone is its end, a time without a zone is UTC. NaN where it is none. */
export const instantOf = (moment: string): number => {
  if (moment.length === 10) return Date.parse(`${moment}T00:00Z`) + DAY;
  return Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(moment) ? moment : `${moment}Z`);
};

const written = (at: number, length: number): string => {
  const iso = new Date(at).toISOString();
  if (length === DAY) return new Date(at - DAY).toISOString().slice(0, 10);
  return length === SECOND ? `${iso.slice(0, 19)}Z` : `${iso.slice(0, 16)}Z`;
};

/** The scale of a ledger by when its first and its last entry were taken in (ISO 8601); null where there is no past to look at. */
export const scaleOf = (first: string | null, last: string | null): Scale | null => {
  if (first === null || last === null) return null;
  const [from, to] = [Date.parse(first), Date.parse(last)];
  const grain = grains.find(({ length }) => to - from >= FEWEST * length);
  if (grain === undefined) return null;
  const { name, length, leap } = grain;
  const begin = Math.floor(from / length) * length;
  // The step that holds the last entry has no end that is past.
  const now = Math.floor((to - begin) / length);
  return {
    grain: name,
    leap,
    now,
    momentAt: (place) => (place >= now ? undefined : written(begin + (place + 1) * length, length)),
    placeOf: (moment) => {
      const at = moment === undefined ? Number.NaN : instantOf(moment);
      if (Number.isNaN(at)) return now;
      return Math.max(0, Math.min(now - 1, Math.floor((at - begin) / length) - 1));
    },
  };
};
