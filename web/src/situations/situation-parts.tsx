import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApi, usePages } from '../api/use-api.ts';
import { EventLine, StatementLine } from '../records/event-line.tsx';
import { ReportItems } from '../records/report-items.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';

interface PartProps {
  readonly id: string;
}

const SHOWN = '12';

/** The reports that tell a situation, the newest first. */
export const SituationReports = ({ id }: PartProps) => {
  const query = usePages('/reports', { situation: id, limit: '30' });
  return (
    <Panel title="Reports">
      <Shown query={query} what="reports">
        {({ pages }) => <ReportItems reports={pages.flatMap(({ items }) => items)} />}
      </Shown>
      <MoreButton query={query} />
    </Panel>
  );
};

interface LinesProps {
  readonly title: string;
  readonly all: ReactNode;
  readonly none: string;
  readonly lines: readonly ReactNode[];
}

const Lines = ({ title, all, none, lines }: LinesProps) => (
  <Panel title={title} note={all}>
    {lines.length === 0 ? <Empty>{none}</Empty> : <ol className="items">{lines}</ol>}
  </Panel>
);

/** What is done in a situation, as the newest reports tell it. */
export const SituationEvents = ({ id }: PartProps) => {
  const query = useApi('/events', { situation: id, limit: SHOWN });
  return (
    <Shown query={query} what="events">
      {({ items }) => (
        <Lines
          title="Events"
          none="No event was read out of its reports."
          all={
            <Link to="/events" search={{ situation: id }}>
              all events of it
            </Link>
          }
          lines={items.map((item) => <EventLine key={`${item.report.id} ${item.id}`} item={item} />)}
        />
      )}
    </Shown>
  );
};

/** What is said in a situation, as the newest reports tell it. */
export const SituationStatements = ({ id }: PartProps) => {
  const query = useApi('/statements', { situation: id, limit: SHOWN });
  return (
    <Shown query={query} what="statements">
      {({ items }) => (
        <Lines
          title="Statements"
          none="No statement was read out of its reports."
          all={
            <Link to="/statements" search={{ situation: id }}>
              all statements of it
            </Link>
          }
          lines={items.map((item) => <StatementLine key={`${item.report.id} ${item.id}`} item={item} />)}
        />
      )}
    </Shown>
  );
};
