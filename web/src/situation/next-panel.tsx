import { Link } from '@tanstack/react-router';
import { AgendaList } from '../agenda/agenda-list.tsx';
import { useApi, useAsOf } from '../api/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';

const SHOWN = '5';

/** What is planned next; where nothing lies ahead, the last that was. */
export const NextPanel = () => {
  const asOf = useAsOf();
  const now = (asOf ?? new Date().toISOString()).slice(0, 10);
  const next = useApi('/agenda', { from: now, order: 'when', limit: SHOWN });
  // Asked for in any case, so that nothing blinks when the moment moves past the last plan.
  const last = useApi('/agenda', { until: now, order: 'latest', limit: SHOWN });
  return (
    <Panel title="Next on the agenda" note={<Link to="/agenda">whole agenda</Link>}>
      <Shown query={next} what="the agenda">
        {({ items: ahead }) => (
          <Shown query={last} what="the agenda">
            {({ items: past }) => {
              if (ahead.length > 0) return <AgendaList items={ahead} level={3} />;
              if (past.length === 0) return <Empty>Nothing is planned for a day.</Empty>;
              return (
                <>
                  <p className="faint">Nothing with a date lies ahead. What came last:</p>
                  <AgendaList items={past} level={3} />
                </>
              );
            }}
          </Shown>
        )}
      </Shown>
    </Panel>
  );
};
