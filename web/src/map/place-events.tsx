import { Link } from '@tanstack/react-router';
import type { PlaceCount } from '../api/schema.ts';
import { useApi } from '../api/use-api.ts';
import { EventLine } from '../records/event-line.tsx';
import { Panel } from '../ui/panel.tsx';
import { plural } from '../ui/plural.ts';
import { Empty, Shown } from '../ui/shown.tsx';
import { useMapSearch } from './use-places.ts';
import { precisionText } from './where.ts';

const SHOWN = 20;

/** What chosen places are called; their ids where they have no event that matches. */
const namesOf = (chosen: readonly string[], places: readonly PlaceCount[]): string => {
  const found = places.filter(({ id }) => chosen.includes(id));
  return found.length === 0 ? 'The chosen place' : found.map(({ name }) => name).join(', ');
};

/** The events at the chosen places, with their words. */
export const PlaceEvents = ({ places }: { readonly places: readonly PlaceCount[] }) => {
  const { filters, chosen, place } = useMapSearch();
  const query = useApi('/events', { ...filters, place, limit: String(SHOWN) });
  const only = places.find(({ id }) => id === place);
  const close = (
    <Link to="." search={(before) => ({ ...before, place: undefined })} resetScroll={false}>
      close
    </Link>
  );
  return (
    <Panel title={`Events: ${namesOf(chosen, places)}`} note={close} className="chosen-place">
      {only !== undefined && <p className="faint">{precisionText(only)}</p>}
      <Shown query={query} what="events there">
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty>No event there matches. Take a filter away, or choose a later moment.</Empty>
          ) : (
            <>
              <ol className="items">
                {items.map((item) => (
                  <EventLine key={`${item.report.id} ${item.id}`} item={item} />
                ))}
              </ol>
              <p>
                <Link to="/events" search={{ ...filters, place }}>
                  {next === null
                    ? `These ${plural(items.length, 'event')} as a table`
                    : `These are the newest ${items.length}; all of them`}
                </Link>
              </p>
            </>
          )
        }
      </Shown>
    </Panel>
  );
};
