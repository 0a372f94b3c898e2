import { Link } from '@tanstack/react-router';
import type { EventItem, StatementItem } from '../api/schema.ts';
import { useApi } from '../api/use-api.ts';
import { ActMark } from '../ui/act.tsx';
import { ActorLinks } from '../ui/actor-links.tsx';
import { Panel } from '../ui/panel.tsx';
import { RealisMark } from '../ui/realis.tsx';
import { ReportLink } from '../ui/report-link.tsx';
import { Empty, Shown } from '../ui/shown.tsx';

const SHOWN = '15';

const Said = ({ item: { record, report, id } }: { readonly item: StatementItem }) => (
  <li className="item">
    <p>
      <ActMark act={record.act} /> <span className="quote">{record.content.map(({ text }) => text).join(' … ')}</span>{' '}
      <ReportLink report={report} row={id} />
    </p>
  </li>
);

const Did = ({ item: { record, report, id, actors, recipients, sentence } }: { readonly item: EventItem }) => (
  <li className="item">
    <p>
      <ActorLinks actors={actors} /> <b className="type">{record.type}</b>{' '}
      {recipients.length > 0 && (
        <>
          → <ActorLinks actors={recipients} />{' '}
        </>
      )}
      <RealisMark realis={record.realis} />
    </p>
    <p className="quote">
      {sentence} <ReportLink report={report} row={id} />
    </p>
  </li>
);

/** What an actor said last. */
export const ActorSaid = ({ id }: { readonly id: string }) => {
  const query = useApi('/statements', { actor: id, limit: SHOWN });
  const all = (
    <Link to="/statements" search={{ actor: id }}>
      all statements
    </Link>
  );
  return (
    <Panel title="Said" note={all}>
      <Shown query={query} what="statements">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>No statement names this actor.</Empty>
          ) : (
            <ol className="items">
              {items.map((item) => (
                <Said key={`${item.report.id} ${item.id}`} item={item} />
              ))}
            </ol>
          )
        }
      </Shown>
    </Panel>
  );
};

/** What an actor did last, plans, or what was done to it. */
export const ActorDid = ({ id }: { readonly id: string }) => {
  const query = useApi('/events', { actor: id, limit: SHOWN });
  const all = (
    <Link to="/events" search={{ actor: id }}>
      all events
    </Link>
  );
  return (
    <Panel title="Did, plans, underwent" note={all}>
      <Shown query={query} what="events">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>No event names this actor.</Empty>
          ) : (
            <ol className="items">
              {items.map((item) => (
                <Did key={`${item.report.id} ${item.id}`} item={item} />
              ))}
            </ol>
          )
        }
      </Shown>
    </Panel>
  );
};
