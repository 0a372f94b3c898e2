import type { ActorIndex } from '../reading-of.ts';

const COUNTRY = /^[A-Z]{3}/;
const BODIES = new Set(['IGO', 'NGO', 'CVL', 'JRN', 'MED', 'SOC', 'BUS', 'REB', 'OPP', 'CRM', 'UNK']);

/** The country an actor speaks for: that of its code, unless it belongs to the opposition, the press and the like. */
const countryOf = (code: string | null): string | undefined => {
  if (code === null) return undefined;
  const [country = '', sector] = code.split(' ');
  if (!COUNTRY.test(country) || BODIES.has(country)) return undefined;
  return sector === undefined || ['GOV', 'MIL', 'SPY', 'LEG'].includes(sector) ? country : undefined;
};

/** Tells whether some of one group of actors stand on the same side as some of another: the same actor, or the same government. */
export const sidesOf = ({ actors }: ActorIndex): ((one: readonly string[], other: readonly string[]) => boolean) => {
  const countries = new Map(actors.map(({ id, code }) => [id, countryOf(code)]));
  return (one, other) =>
    one.some((id) => {
      const country = countries.get(id);
      return other.some((each) => each === id || (country !== undefined && countries.get(each) === country));
    });
};
