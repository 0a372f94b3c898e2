import { Link } from '@tanstack/react-router';
import { useApi } from '../api/use-api.ts';
import { DisputeList } from '../disputes/dispute-list.tsx';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';

const SHOWN = '3';

/** The disputes that most reports tell of. */
export const DisputesPanel = () => {
  const query = useApi('/disputes', { order: 'reports', limit: SHOWN });
  return (
    <Panel title="Disputed" className="wide" note={<Link to="/disputes">all disputes</Link>}>
      <Shown query={query} what="disputes">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Nobody denies or contradicts anything.</Empty>
          ) : (
            <DisputeList nodes={items} level={3} />
          )
        }
      </Shown>
    </Panel>
  );
};
