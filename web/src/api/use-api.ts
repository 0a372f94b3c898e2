import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type Asked, get, type Path, post } from './client.ts';
import { type RecordItem, type Ref, refKey } from './record.ts';

type Params = Readonly<Record<string, string>>;

/** The moment that everything is shown as of; undefined: now. */
export const useAsOf = (): string | undefined => {
  const { as_of }: { as_of?: string | undefined } = useSearch({ strict: false });
  return as_of;
};

/** Asks a route as of the moment in the address. */
export const useApi = <P extends Path>(path: P, query: Asked = {}, params: Params = {}) => {
  const asked = { ...query, as_of: useAsOf() };
  return useQuery({
    queryKey: [path, params, asked],
    queryFn: ({ signal }) => get(path, asked, params, signal),
    placeholderData: keepPreviousData,
  });
};

/** Asks a route that knows no other moment than now; again after so many milliseconds, where they are given. */
export const useApiNow = <P extends Path>(path: P, query: Asked = {}, params: Params = {}, again?: number) =>
  useQuery({
    queryKey: [path, params, query],
    queryFn: ({ signal }) => get(path, query, params, signal),
    refetchInterval: again ?? false,
  });

/** Asks for a list page by page. */
export const usePages = <
  P extends '/statements' | '/events' | '/reports' | '/actors' | '/situations' | '/disputes' | '/agenda',
>(
  path: P,
  query: Asked,
) => {
  const asked = { ...query, as_of: useAsOf() };
  return useInfiniteQuery({
    queryKey: [path, 'pages', asked],
    queryFn: ({ signal, pageParam }) => get(path, { ...asked, cursor: pageParam }, {}, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
};

interface Found {
  readonly items: readonly RecordItem[];
}

/** Records by where they stand, by `refKey`. */
export const useRecords = (refs: readonly Ref[]) => {
  const as_of = useAsOf() ?? null;
  const wanted = refs.slice(0, 1000).map(({ document, record }) => ({ document, record }));
  return useQuery({
    queryKey: ['/records', wanted, as_of],
    enabled: wanted.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const { items } = await post<Found>('/records', { refs: wanted, as_of });
      return new Map(items.map((item) => [refKey({ document: item.report.id, record: item.id }), item]));
    },
  });
};
