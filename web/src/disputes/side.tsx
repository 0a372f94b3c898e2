import type { RecordItem } from '../api/record.ts';
import { ActMark } from '../ui/act.tsx';
import { ActorLinks } from '../ui/actor-links.tsx';
import { RealisMark } from '../ui/realis.tsx';
import { ReportLink } from '../ui/report-link.tsx';

const Words = ({ item }: { readonly item: RecordItem }) => {
  if (item.kind === 'event')
    return (
      <>
        <p>
          <ActorLinks actors={item.actors} /> <b className="type">{item.record.type}</b>{' '}
          <RealisMark realis={item.record.realis} />
        </p>
        <p className="quote">{item.sentence}</p>
      </>
    );
  const { record, speakers } = item;
  return (
    <>
      <p>
        <ActorLinks actors={speakers} none={record.source?.text ?? 'somebody not named'} /> <ActMark act={record.act} />{' '}
        <span className="faint">“{record.cue.text}”</span>
      </p>
      <p className="quote">{record.content.map(({ text }) => text).join(' … ')}</p>
    </>
  );
};

/** One side of a dispute with its words; undefined: still loading; null: no longer in the ledger. */
export const Side = ({ title, item }: { readonly title: string; readonly item: RecordItem | null | undefined }) => (
  <div className="side">
    <p className="side-title">{title}</p>
    {item === undefined && <p className="faint">Loading …</p>}
    {item === null && <p className="faint">These words are not in the ledger at this moment, or were rejected.</p>}
    {item !== undefined && item !== null && (
      <>
        <Words item={item} />
        <p className="faint">
          <ReportLink report={item.report} row={item.id} />
        </p>
      </>
    )}
  </div>
);
