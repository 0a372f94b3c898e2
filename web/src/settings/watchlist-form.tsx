import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type SyntheticEvent, useState } from 'react';
import { put } from '../api/client.ts';
import { useSetSearch } from '../app/use-set-search.ts';
import { FilterBar } from '../records/filter-bar.tsx';
import { filterFields } from '../records/filters.ts';
import { useFilters } from '../records/use-filters.ts';
import { kinds, slugOf, toSavedFilter } from './saved-filter.ts';

const words = { statements: 'Statements', events: 'Events', agenda: 'Agenda' } as const;

const noFilters = Object.fromEntries(filterFields.map((field) => [field, undefined]));

/** Makes a watchlist of the filter in the address: what "Keep as a watchlist" over a table leads to. */
export const WatchlistForm = ({ taken }: { readonly taken: ReadonlySet<string> }) => {
  const [title, type] = useState('');
  const search: { kind?: string | undefined } = useSearch({ strict: false });
  const kind = kinds.find((each) => each === search.kind) ?? 'statements';
  const { filters } = useFilters();
  const setSearch = useSetSearch();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => {
      const value = { title: title.trim(), kind, filter: toSavedFilter(filters, kind) };
      return put('/settings/query', { key: slugOf(title, taken), value });
    },
    onSuccess: () => {
      type('');
      setSearch(noFilters);
      return client.invalidateQueries({ queryKey: ['/settings/{kind}'] });
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <div className="watchlist-form">
      <form id="watchlist" className="setting-form" onSubmit={submit}>
        <label className="field grow">
          <span>What it is called</span>
          <input value={title} required maxLength={300} onChange={({ target }) => type(target.value)} />
        </label>
        <label className="field">
          <span>Finds</span>
          <select value={kind} onChange={({ target }) => setSearch({ ...noFilters, kind: target.value })}>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {words[each]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="primary" disabled={save.isPending || title.trim() === ''}>
          Keep it
        </button>
        {save.error !== null && <p role="alert">{save.error.message}</p>}
      </form>
      {kind === 'agenda' ? (
        <p className="faint">All items of the agenda are found.</p>
      ) : (
        <FilterBar kind={kind} key={kind} />
      )}
    </div>
  );
};
