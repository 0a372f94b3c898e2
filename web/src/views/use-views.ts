import { useMutation, useQueryClient } from '@tanstack/react-query';
import { put } from '../api/client.ts';
import { mayAs, useAbout } from '../api/use-about.ts';
import { useApiNow } from '../api/use-api.ts';
import type { SavedQuery } from './saved.ts';

/** A saved view: what it is called in addresses of feeds, and what it asks for. */
export interface View extends SavedQuery {
  readonly key: string;
}

const isQuery = (value: unknown): value is SavedQuery =>
  typeof value === 'object' && value !== null && 'title' in value && 'kind' in value && 'filter' in value;

/** The views that are kept on the server, by name. */
export const useViews = () => {
  const query = useApiNow('/settings/{kind}', {}, { kind: 'query' });
  const views = (query.data?.items ?? [])
    .flatMap(({ key, value }): readonly View[] => (isQuery(value) ? [{ ...value, key }] : []))
    .toSorted((a, b) => a.title.localeCompare(b.title));
  return { query, views };
};

/** Whether whoever looks may save, rename and delete views. */
export const useMayChange = (): boolean => mayAs(useAbout().data?.caller.role ?? 'reader', 'analyst');

/** Keeps a view, changes it, or with null takes it away. */
export const useKeepView = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, value }: { readonly key: string; readonly value: SavedQuery | null }) =>
      put('/settings/query', { key, value }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['/settings/{kind}'] }),
  });
};
