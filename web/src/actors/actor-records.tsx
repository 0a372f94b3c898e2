import { Link } from '@tanstack/react-router';
import type { EventItem, StatementItem } from '../api/schema.ts';
import { useApi } from '../api/use-api.ts';
import { ActMark } from '../ui/act.tsx';
import { ActorLinks } from '../ui/actor-links.tsx';
import { Panel } from '../ui/panel.tsx';
import { RealisMark } from '../ui/realis.tsx';
import { ReportLink } from '../ui/report-link.tsx';
import { Empty, Shown } from '../ui/shown.tsx';

const SHOWN = '10';

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

interface RecordsProps {
  readonly id: string;
  readonly title: string;
  /** What is said where there is nothing. */
  readonly none: string;
}

/** What an actor said last, of some acts or of any. */
export const ActorStatements = ({ id, title, none, act }: RecordsProps & { readonly act?: string | undefined }) => {
  const query = useApi('/statements', { actor: id, act, limit: SHOWN });
  const all = (
    <Link to="/statements" search={{ actor: id, act }}>
      all<span className="unseen"> of what is here: {title}</span>
    </Link>
  );
  return (
    <Panel title={title} note={all}>
      <Shown query={query} what="statements">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{none}</Empty>
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

/** Events of some realis that an actor takes part in, the last ones. */
export const ActorEvents = ({ id, title, none, realis }: RecordsProps & { readonly realis: string }) => {
  const query = useApi('/events', { actor: id, realis, limit: SHOWN });
  const all = (
    <Link to="/events" search={{ actor: id, realis }}>
      all<span className="unseen"> of what is here: {title}</span>
    </Link>
  );
  return (
    <Panel title={title} note={all}>
      <Shown query={query} what="events">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{none}</Empty>
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
