import type { ReactNode } from 'react';
import type { EventItem, StatementItem } from '../api/schema.ts';
import { ActMark } from '../ui/act.tsx';
import { ActorLinks } from '../ui/actor-links.tsx';
import { RealisMark } from '../ui/realis.tsx';
import { ReportLink } from '../ui/report-link.tsx';

interface LineProps<T> {
  readonly item: T;
  /** What else is to be said of it. */
  readonly children?: ReactNode;
}

/** An event as a row of a short list: who did what to whom, and its sentence. */
export const EventLine = ({
  item: { record, report, id, actors, recipients, sentence },
  children,
}: LineProps<EventItem>) => (
  <li className="item">
    <p>
      <ActorLinks actors={actors} none="somebody" /> <b className="type">{record.type}</b>{' '}
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
    {children}
  </li>
);

/** A statement as a row of a short list: what was done by saying it, and its words. */
export const StatementLine = ({ item: { record, report, id, speakers }, children }: LineProps<StatementItem>) => (
  <li className="item">
    <p>
      <ActorLinks actors={speakers} none="somebody" /> <ActMark act={record.act} />
    </p>
    <p className="quote">
      {record.content.map(({ text }) => text).join(' … ')} <ReportLink report={report} row={id} />
    </p>
    {children}
  </li>
);
