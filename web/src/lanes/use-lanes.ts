import { useSearch } from '@tanstack/react-router';
import { useApi, useAsOf } from '../api/use-api.ts';
import { listOf } from '../records/filters.ts';
import { type Cut, cutFor, cuts } from './stretches.ts';

/** How many actors have a lane, unless told. */
const USUAL = 6;
/** Numbers of lanes to choose from. */
export const laneCounts = [4, 6, 8, 12, 20] as const;

/** What the address says of the timeline: which actors, or how many; and what time is cut into. */
export const useLaneSearch = () => {
  const search: { lanes?: string | undefined; by?: string | undefined } = useSearch({ strict: false });
  const number = Number(search.lanes);
  const isNumber = search.lanes !== undefined && Number.isInteger(number);
  return {
    many: isNumber ? Math.min(30, Math.max(1, number)) : USUAL,
    actors: isNumber ? [] : listOf(search.lanes),
    by: cuts.find((cut) => cut === search.by) ?? null,
  };
};

/** The lanes, and what time is cut into. */
export const useLanes = () => {
  const { many, actors, by } = useLaneSearch();
  const weeks = useApi('/counts/{kind}/{by}', {}, { kind: 'event', by: 'week' });
  const cut: Cut = by ?? cutFor(weeks.data?.items.map(({ start }) => start) ?? []);
  const asked = actors.length > 0 ? { actor: actors.join(',') } : { lanes: String(many) };
  const now = useAsOf() ?? new Date().toISOString();
  return { query: useApi('/lanes/{by}', asked, { by: cut }), cut, now };
};
