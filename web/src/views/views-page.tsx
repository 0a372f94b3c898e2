import { PageHead } from '../ui/page-head.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { useViews } from './use-views.ts';
import { ViewRow } from './view-row.tsx';

/** Views that somebody named: each an address, a feed and a calendar. */
export const ViewsPage = () => {
  const { query, views } = useViews();
  return (
    <>
      <PageHead title="Saved views" />
      <Shown query={query} what="saved views">
        {() =>
          views.length === 0 ? (
            <Empty>
              There is none yet. Narrow statements, events or the agenda, and choose “Save this view”: it then has a
              name, a feed and a calendar.
            </Empty>
          ) : (
            <ul className="items">
              {views.map((view) => (
                <ViewRow key={view.key} view={view} />
              ))}
            </ul>
          )
        }
      </Shown>
    </>
  );
};
