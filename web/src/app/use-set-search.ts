import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

type Fields = Readonly<Record<string, string | undefined>>;

/** Sets fields of the address of whatever page is shown, in its place in the history; undefined takes one away. */
export const useSetSearch = (): ((change: Fields) => void) => {
  const navigate = useNavigate();
  return useCallback(
    (change) =>
      void navigate({
        to: '.',
        search: (before: Fields) => ({ ...before, ...change }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
};
