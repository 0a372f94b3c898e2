import { type UseQueryResult, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '../api/client.ts';

/** Something is on its way. */
export const Loading = ({ what }: { readonly what: string }) => (
  <p className="state loading" role="status">
    Loading {what} …
  </p>
);

/** There is nothing, and why that may be. */
export const Empty = ({ children }: { readonly children: ReactNode }) => <p className="state empty">{children}</p>;

/** Something could not be loaded: why, and what can be done. That a token is wanted is said once, in the place of the page. */
export const Failed = ({ error }: { readonly error: Error }) => {
  const client = useQueryClient();
  if (error instanceof ApiError && error.status === 401) return null;
  return (
    <div className="state failed" role="alert">
      <p>{error.message}</p>
      <button type="button" onClick={() => void client.refetchQueries({ type: 'active' })}>
        Try again
      </button>
    </div>
  );
};

interface ShownProps<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPlaceholderData'>;
  readonly what: string;
  readonly children: (data: T) => ReactNode;
}

/** Whether something that failed leaves what was found before as good as it was: the server only does not answer. */
export const keepsWhatIsThere = (error: Error | null): boolean => error instanceof ApiError && error.status === 0;

/** What a query found, or that it is loading or failed. What is there stays while the server does not answer. */
export const Shown = <T,>({ query, what, children }: ShownProps<T>) => {
  const isKept = query.data !== undefined && keepsWhatIsThere(query.error);
  if (query.error !== null && !isKept) return <Failed error={query.error} />;
  if (query.data === undefined) return <Loading what={what} />;
  return <div aria-busy={query.isPlaceholderData}>{children(query.data)}</div>;
};
