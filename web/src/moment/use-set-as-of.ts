import { useCallback } from 'react';
import { useSetSearch } from '../app/use-set-search.ts';

/** Sets the moment in the address of whatever page is shown; undefined goes back to now. */
export const useSetAsOf = (): ((moment: string | undefined) => void) => {
  const set = useSetSearch();
  return useCallback((as_of) => set({ as_of }), [set]);
};
