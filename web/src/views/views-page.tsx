import { Link } from '@tanstack/react-router';
import { useAbout } from '../api/use-about.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { useViews } from './use-views.ts';
import { ViewRow } from './view-row.tsx';

/** Views that somebody named: each an address, a feed and a calendar. */
export const ViewsPage = () => {
  const { query, views } = useViews();
  const about = useAbout();
  return (
    <>
      <PageHead title="Saved views">
        <Link to="/settings" search={{ part: 'alerts' }}>
          tell an address of what one finds
        </Link>
      </PageHead>
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
      {about.data?.caller.isLocal === false && (
        <p className="faint">
          Programs that read feeds and calendars send a token as the password; any name will do. Make one with the role
          reader for each.
        </p>
      )}
    </>
  );
};
