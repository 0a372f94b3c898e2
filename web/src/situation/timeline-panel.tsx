import { useApi } from '../api/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { Timeline } from './timeline.tsx';
import { WeekTable } from './week-table.tsx';
import { mondays, weeksOf } from './weeks.ts';

/** Statements and events by the week of their reports. */
export const TimelinePanel = () => {
  const statements = useApi('/counts/{kind}/{by}', {}, { kind: 'statement', by: 'week' });
  const events = useApi('/counts/{kind}/{by}', {}, { kind: 'event', by: 'week' });
  return (
    <Panel title="By week" className="wide">
      <Shown query={statements} what="statements by week">
        {({ items: said }) => (
          <Shown query={events} what="events by week">
            {({ items: done }) => {
              const shown = mondays([...said, ...done].map(({ start }) => start));
              const lanes = [
                { name: 'Statements', to: '/statements', weeks: weeksOf(said, shown) },
                { name: 'Events', to: '/events', weeks: weeksOf(done, shown) },
              ] as const;
              return shown.length === 0 ? (
                <Empty>Nothing was said or done yet.</Empty>
              ) : (
                <>
                  <Timeline lanes={lanes} />
                  <WeekTable lanes={lanes} />
                </>
              );
            }}
          </Shown>
        )}
      </Shown>
    </Panel>
  );
};
