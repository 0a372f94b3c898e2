import { useApi, useAsOf } from '../api/use-api.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Shown } from '../ui/shown.tsx';
import { SaveView } from '../views/save-view.tsx';
import { AgendaColumns } from './agenda-columns.tsx';
import { AgendaFilters } from './agenda-filters.tsx';
import { CalendarLink } from './calendar-link.tsx';
import { MonthView } from './month-view.tsx';
import { chosenOf, useAgendaSearch } from './use-agenda-search.ts';

/** What is planned, and what became of it. */
export const AgendaPage = () => {
  const { search } = useAgendaSearch();
  const query = useApi('/agenda', { situation: search.situation, limit: '1000' });
  const now = useAsOf() ?? new Date().toISOString();
  return (
    <>
      <PageHead title="Agenda">
        <span className="export">
          <SaveView kind="agenda" />
          <CalendarLink />
        </span>
      </PageHead>
      <Shown query={query} what="the agenda">
        {({ items, next }) => {
          const chosen = chosenOf(items, search);
          return (
            <>
              <AgendaFilters items={items} />
              {next !== null && <p className="faint">These are the {items.length} newest; there are more.</p>}
              {search.view === 'month' ? (
                <MonthView items={chosen} today={now.slice(0, 10)} />
              ) : (
                <AgendaColumns items={chosen} now={now} />
              )}
            </>
          );
        }}
      </Shown>
    </>
  );
};
