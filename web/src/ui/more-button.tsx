import type { UseInfiniteQueryResult } from '@tanstack/react-query';

type More = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;

/** Asks for the next page of a list; nothing at its end. */
export const MoreButton = ({ query }: { readonly query: More }) =>
  query.hasNextPage ? (
    <button
      type="button"
      className="more"
      disabled={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {query.isFetchingNextPage ? 'Loading …' : 'Show more'}
    </button>
  ) : null;
