import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addressOf, put } from '../api/client.ts';
import { mayAs, useAbout } from '../api/use-about.ts';
import { useApiNow } from '../api/use-api.ts';
import { ForRole } from '../ui/for-role.tsx';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { filterText, type Saved, toSaved, toSearch } from './saved-filter.ts';
import { SureButton } from './sure-button.tsx';
import { WatchlistForm } from './watchlist-form.tsx';

interface Watchlist {
  readonly key: string;
  readonly saved: Saved;
}

/** All watchlists of the ledger. */
export const useWatchlists = () => {
  const query = useApiNow('/settings/{kind}', {}, { kind: 'query' });
  const lists = (query.data?.items ?? []).flatMap(({ key, value }): Watchlist[] => {
    const saved = toSaved(value);
    return saved === null ? [] : [{ key, saved }];
  });
  return { query, lists };
};

const WatchlistRow = ({
  list: { key, saved },
  mayChange,
}: {
  readonly list: Watchlist;
  readonly mayChange: boolean;
}) => {
  const client = useQueryClient();
  const drop = useMutation({
    mutationFn: () => put('/settings/query', { key, value: null }),
    onSettled: () => client.invalidateQueries({ queryKey: ['/settings/{kind}'] }),
  });
  return (
    <li className="setting">
      <div>
        <Link to={`/${saved.kind}`} search={toSearch(saved.filter)}>
          <b>{saved.title}</b>
        </Link>
        <p className="faint">
          {saved.kind}, {filterText(saved.filter)}
        </p>
      </div>
      <div className="buttons">
        <a href={addressOf(`/queries/${key}/atom`)}>
          Atom feed <span className="unseen">of {saved.title}</span>
        </a>
        <a href={addressOf(`/queries/${key}/ics`)}>
          Calendar (ICS) <span className="unseen">of {saved.title}</span>
        </a>
        {mayChange && (
          <SureButton name={saved.title} isBusy={drop.isPending} onSure={() => drop.mutate()}>
            Delete
          </SureButton>
        )}
      </div>
      {drop.error !== null && <p role="alert">{drop.error.message}</p>}
    </li>
  );
};

/** Saved queries: what readers of feeds and calendars subscribe to, and webhooks are told of. */
export const Watchlists = () => {
  const { query, lists } = useWatchlists();
  const about = useAbout();
  const mayChange = mayAs(about.data?.caller.role ?? 'reader', 'analyst');
  return (
    <Panel title="Watchlists">
      <ForRole needs="analyst" what="Making and deleting watchlists is">
        <WatchlistForm taken={new Set(lists.map(({ key }) => key))} />
      </ForRole>
      <Shown query={query} what="watchlists">
        {() =>
          lists.length === 0 ? (
            <Empty>No watchlist yet. Narrow Statements or Events down, and keep the view.</Empty>
          ) : (
            <ul className="settings-list">
              {lists.map((list) => (
                <WatchlistRow key={list.key} list={list} mayChange={mayChange} />
              ))}
            </ul>
          )
        }
      </Shown>
      {about.data?.caller.isLocal === false && (
        <p className="faint">
          Programs that read feeds and calendars send a token as the password; any name will do. Make one with the role
          reader for each.
        </p>
      )}
    </Panel>
  );
};
