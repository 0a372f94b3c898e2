import { Link } from '@tanstack/react-router';
import { useApi } from '../api/use-api.ts';
import { ReportItems } from '../records/report-items.tsx';
import { Panel } from '../ui/panel.tsx';
import { Shown } from '../ui/shown.tsx';

/** The newest reports. */
export const NewestPanel = () => {
  const query = useApi('/reports', { limit: '8' });
  return (
    <Panel title="Newest reports" note={<Link to="/reports">all reports</Link>}>
      <Shown query={query} what="reports">
        {({ items }) => <ReportItems reports={items} />}
      </Shown>
    </Panel>
  );
};
