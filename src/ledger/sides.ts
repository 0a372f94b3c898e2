import { countryOfCode, sectorOfCode } from './actors/code-parts.ts';
import type { Report } from './report.ts';

/** Those who speak and act for their state. */
const OF_STATE = new Set(['GOV', 'MIL', 'SPY', 'COP', 'LEG']);

/** The country that an actor of a report stands for; null for all who do not act for a state. */
export const stateOf = (code: string | null): string | null => {
  const sector = sectorOfCode(code);
  return sector === null || OF_STATE.has(sector) ? countryOfCode(code) : null;
};

/** Actors of a report as sides: their nodes, and the states they stand for. */
export const sidesOf = (
  report: Report,
  actors: readonly string[],
  nodeOf: ReadonlyMap<string, string>,
): readonly string[] => [
  ...new Set(
    actors.flatMap((id) => {
      const state = stateOf(report.actor(id)?.code ?? null);
      return [nodeOf.get(id) ?? [], state ?? []].flat();
    }),
  ),
];

/** Whether two lists have something in common. */
export const meets = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((each) => other.includes(each));
