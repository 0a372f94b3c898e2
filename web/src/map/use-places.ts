import { useSearch } from '@tanstack/react-router';
import { useApi } from '../api/use-api.ts';
import { filtersIn, listOf } from '../records/filters.ts';

/** Places that are asked for at most. */
const MOST_PLACES = 500;

/** What the map is asked to show: the filters of events, and the places that are chosen. */
export const useMapSearch = () => {
  const search: { place?: string | undefined } = useSearch({ strict: false });
  return { filters: filtersIn(search), chosen: listOf(search.place), place: search.place };
};

/** Where the events are that match the filters. */
export const usePlaces = () => {
  const { filters } = useMapSearch();
  return useApi('/places', { ...filters, limit: String(MOST_PLACES) });
};
