import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { put } from '../api/client.ts';
import { useApiNow } from '../api/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { often, WatchRow } from './watch-row.tsx';

/** How often the list of feeds is asked for while it is in sight, in milliseconds: a look that found nothing is no news. */
const AGAIN = 5000;

const WatchForm = () => {
  const [url, type] = useState('');
  const [minutes, choose] = useState('15');
  const client = useQueryClient();
  const watch = useMutation({
    mutationFn: () => put('/watches', { url: url.trim(), minutes: Number(minutes) }),
    onSuccess: () => {
      type('');
      return client.invalidateQueries({ queryKey: ['/watches'] });
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    watch.mutate();
  };
  return (
    <form className="watch-form" onSubmit={submit}>
      <label className="field grow">
        <span>Feed, sitemap, list of feeds, or a page that names its feed</span>
        <input type="url" value={url} required placeholder="https://…" onChange={({ target }) => type(target.value)} />
      </label>
      <label className="field">
        <span>Look every</span>
        <select value={minutes} onChange={({ target }) => choose(target.value)}>
          {often.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" disabled={watch.isPending || url.trim() === ''}>
        Watch it
      </button>
      {watch.error !== null && <p role="alert">{watch.error.message}</p>}
    </form>
  );
};

/** Feeds that the server looks through again and again. */
export const WatchPanel = () => {
  const query = useApiNow('/watches', {}, {}, AGAIN);
  return (
    <Panel title="Feeds being watched">
      <WatchForm />
      <Shown query={query} what="feeds">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>No feed is watched. What is new in a feed is read as soon as the server finds it.</Empty>
          ) : (
            <ul className="inputs">
              {items.map((watch) => (
                <WatchRow key={watch.id} watch={watch} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Panel>
  );
};
