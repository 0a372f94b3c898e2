import { useSearch } from '@tanstack/react-router';
import { type SyntheticEvent, useState } from 'react';
import { takeFocus } from '../ui/take-focus.ts';
import { filterOf, keyFor, type Search, type ViewKind } from './saved.ts';
import { useKeepView, useMayChange, useViews } from './use-views.ts';

/** Keeps what a page shows under a name, on the server; nothing for those who may only read. */
export const SaveView = ({ kind }: { readonly kind: ViewKind }) => {
  const search: Search = useSearch({ strict: false });
  const { views } = useViews();
  const keep = useKeepView();
  const mayChange = useMayChange();
  const [title, type] = useState<string | null>(null);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const named = title?.trim() ?? '';
    if (named === '') return;
    const key = keyFor(
      named,
      views.map((view) => view.key),
    );
    keep.mutate({ key, value: { title: named, kind, filter: filterOf(search) } }, { onSuccess: () => type(null) });
  };
  if (!mayChange) return null;
  if (title === null)
    return (
      <span className="save-view">
        <span role="status">{keep.isSuccess && 'Saved; it is under “Saved views”.'}</span>
        <button type="button" onClick={() => type('')}>
          Save this view
        </button>
      </span>
    );
  return (
    <form className="save-view" onSubmit={submit}>
      {keep.error !== null && <span role="alert">{keep.error.message}</span>}
      <label>
        <span className="unseen">Name of the view</span>
        <input
          ref={takeFocus}
          placeholder="Name"
          value={title}
          maxLength={200}
          onChange={({ target }) => type(target.value)}
          onKeyDown={({ key }) => key === 'Escape' && type(null)}
        />
      </label>
      <button type="submit" className="primary" disabled={title.trim() === '' || keep.isPending}>
        Save
      </button>
      <button type="button" onClick={() => type(null)}>
        Cancel
      </button>
    </form>
  );
};
