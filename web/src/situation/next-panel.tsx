import { Link } from '@tanstack/react-router';
import { AgendaList } from '../agenda/agenda-list.tsx';
import { agendaOf } from '../agenda/order.ts';
import { useApi, useAsOf } from '../api/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';

const SHOWN = 5;

/** What is planned next; where nothing lies ahead, the last that was. */
export const NextPanel = () => {
  const query = useApi('/agenda', { limit: '1000' });
  const asOf = useAsOf();
  return (
    <Panel title="Next on the agenda" note={<Link to="/agenda">whole agenda</Link>}>
      <Shown query={query} what="the agenda">
        {({ items }) => {
          const { ahead, past } = agendaOf(items, asOf ?? new Date().toISOString());
          if (items.length === 0) return <Empty>Nothing is planned.</Empty>;
          if (ahead.length > 0) return <AgendaList items={ahead.slice(0, SHOWN)} level={3} />;
          return (
            <>
              <p className="faint">Nothing with a date lies ahead. What came last:</p>
              <AgendaList items={past.slice(0, SHOWN)} level={3} />
            </>
          );
        }}
      </Shown>
    </Panel>
  );
};
