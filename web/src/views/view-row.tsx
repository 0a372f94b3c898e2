import { type SyntheticEvent, useState } from 'react';
import { addressOf } from '../api/client.ts';
import { takeFocus } from '../ui/take-focus.ts';
import { filterText } from './saved.ts';
import { useKeepView, useMayChange, type View } from './use-views.ts';
import { ViewLink } from './view-link.tsx';

const Rename = ({ view, onDone }: { readonly view: View; readonly onDone: () => void }) => {
  const { key, kind, filter } = view;
  const keep = useKeepView();
  const [title, type] = useState(view.title);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    keep.mutate({ key, value: { title: title.trim(), kind, filter } }, { onSuccess: onDone });
  };
  return (
    <form className="save-view" onSubmit={submit}>
      {keep.error !== null && <span role="alert">{keep.error.message}</span>}
      <label>
        <span className="unseen">New name of {view.title}</span>
        <input ref={takeFocus} value={title} maxLength={200} onChange={({ target }) => type(target.value)} />
      </label>
      <button type="submit" className="primary" disabled={title.trim() === ''}>
        Save
      </button>
      <button type="button" onClick={onDone}>
        Cancel
      </button>
    </form>
  );
};

/** Deleting asks once more: feeds that programs read end with the view. */
const Delete = ({ view, onDone }: { readonly view: View; readonly onDone: () => void }) => {
  const keep = useKeepView();
  return (
    <span className="save-view">
      <span role="alert">{keep.error?.message ?? `Its feeds end too.`}</span>
      <button type="button" onClick={() => keep.mutate({ key: view.key, value: null })}>
        Delete {view.title}
      </button>
      <button type="button" onClick={onDone}>
        Keep it
      </button>
    </span>
  );
};

const Feeds = ({ view }: { readonly view: View }) => (
  <span className="feeds">
    {(['atom', 'ics'] as const).map((feed) => (
      <a key={feed} href={addressOf(`/queries/{key}/${feed}`, {}, { key: view.key })}>
        {feed === 'atom' ? 'Atom feed' : 'Calendar (ICS)'}
        <span className="unseen"> of {view.title}</span>
      </a>
    ))}
  </span>
);

/** A saved view: its name, what it shows, its feeds, and what can be done with it. */
export const ViewRow = ({ view }: { readonly view: View }) => {
  const mayChange = useMayChange();
  const [doing, start] = useState<'nothing' | 'rename' | 'delete'>('nothing');
  const done = (): void => start('nothing');
  return (
    <li className="item view-row">
      <h2>
        <ViewLink view={view} />
      </h2>
      <span className="faint finds">
        {view.kind}, {filterText(view)}
      </span>
      <Feeds view={view} />
      {doing === 'rename' && <Rename view={view} onDone={done} />}
      {doing === 'delete' && <Delete view={view} onDone={done} />}
      {doing === 'nothing' && mayChange && (
        <span className="buttons">
          <button type="button" onClick={() => start('rename')}>
            Rename<span className="unseen"> {view.title}</span>
          </button>
          <button type="button" onClick={() => start('delete')}>
            Delete …<span className="unseen"> {view.title}</span>
          </button>
        </span>
      )}
    </li>
  );
};
