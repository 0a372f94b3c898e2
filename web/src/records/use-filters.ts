import { useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useSetSearch } from '../app/use-set-search.ts';
import type { FilterField, Filters } from './filters.ts';

/** The filters in the address, and what changes some of them. A row that was open is closed. */
export const useFilters = () => {
  const filters: Filters = useSearch({ strict: false });
  const setSearch = useSetSearch();
  const set = useCallback(
    (change: Partial<Record<FilterField, string | undefined>>): void => setSearch({ row: undefined, ...change }),
    [setSearch],
  );
  return { filters, set };
};
