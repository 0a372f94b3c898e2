import { Link } from '@tanstack/react-router';
import type { Network } from '../api/schema.ts';
import { useApi } from '../api/use-api.ts';
import { EventLine, StatementLine } from '../records/event-line.tsx';
import { ActorLinks } from '../ui/actor-links.tsx';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { type TieKind, useNetworkSearch } from './use-network.ts';

const SHOWN = '12';

interface PairProps {
  readonly dyad: string;
  readonly ties: TieKind;
}

const Acts = ({ dyad }: Pick<PairProps, 'dyad'>) => {
  const { filters } = useNetworkSearch();
  const query = useApi('/events', { ...filters, dyad, limit: SHOWN });
  return (
    <Shown query={query} what="events">
      {({ items, next }) =>
        items.length === 0 ? (
          <Empty>No act of the one on the other matches.</Empty>
        ) : (
          <>
            <ol className="items">
              {items.map((item) => (
                <EventLine key={`${item.report.id} ${item.id}`} item={item} />
              ))}
            </ol>
            <Link to="/events" search={{ ...filters, dyad }}>
              {next === null ? 'As a table' : `These are the newest ${items.length}; all of them`}
            </Link>
          </>
        )
      }
    </Shown>
  );
};

const Words = ({ dyad }: Pick<PairProps, 'dyad'>) => {
  const { filters } = useNetworkSearch();
  const query = useApi('/statements', { ...filters, dyad, limit: SHOWN });
  return (
    <Shown query={query} what="statements">
      {({ items, next }) =>
        items.length === 0 ? (
          <Empty>No words of the one about the other match.</Empty>
        ) : (
          <>
            <ol className="items">
              {items.map((item) => (
                <StatementLine key={`${item.report.id} ${item.id}`} item={item} />
              ))}
            </ol>
            <Link to="/statements" search={{ ...filters, dyad }}>
              {next === null ? 'As a table' : `These are the newest ${items.length}; all of them`}
            </Link>
          </>
        )
      }
    </Shown>
  );
};

/** What one actor did to another and said about it, with the words. */
export const PairPanel = ({ actors }: Pick<Network, 'actors'>) => {
  const { pair, ties } = useNetworkSearch();
  if (pair === null) return null;
  const dyad = `${pair.source},${pair.target}`;
  const named = (id: string) => ({
    id,
    name: actors.find((actor) => actor.id === id)?.name ?? 'an actor who is not shown',
  });
  const close = (
    <Link to="." search={(before) => ({ ...before, pair: undefined })} resetScroll={false}>
      close
    </Link>
  );
  return (
    <Panel title="Chosen pair" note={close} className="pair">
      <p>
        <ActorLinks actors={[named(pair.source)]} /> → <ActorLinks actors={[named(pair.target)]} />
      </p>
      {ties !== 'statement' && (
        <section>
          <h3>Acts</h3>
          <Acts dyad={dyad} />
        </section>
      )}
      {ties !== 'event' && (
        <section>
          <h3>Words</h3>
          <Words dyad={dyad} />
        </section>
      )}
    </Panel>
  );
};
