import { useEffect } from 'react';
import type { LedgerSpan, News } from '../api/schema.ts';
import { useApiNow, useAsOf } from '../api/use-api.ts';
import { exactText } from '../ui/dates.ts';
import { Panel } from '../ui/panel.tsx';
import { Empty, Loading, Shown } from '../ui/shown.tsx';
import type { Seen } from './mark.ts';
import { NewsLists } from './news-lists.tsx';
import { keepSeen, useSeen } from './seen.ts';

/** Whether a mark is of another ledger, or of one that was made anew. */
const isStrange = (seen: Seen, { after, afterAt, last }: News): boolean =>
  after > last || (after > 0 && afterAt !== seen.at);

/** Sets the mark of a browser that has none for this ledger. */
const FirstMark = ({ span: { entry, last } }: { readonly span: LedgerSpan }) => {
  useEffect(() => keepSeen({ entry, at: last, isFirst: true }), [entry, last]);
  return <Loading what="what is new" />;
};

const isNothing = ({ counts }: News): boolean => Object.values(counts).every((count) => count === 0);

const sinceText = ({ at, isFirst }: Seen): string => {
  if (at === null) return 'you first looked';
  return `${isFirst ? 'your first look' : 'you last looked'} (up to ${exactText(at)})`;
};

const Since = ({ seen, span }: { readonly seen: Seen; readonly span: LedgerSpan }) => {
  const query = useApiNow('/news', { after: String(seen.entry) });
  return (
    <Shown query={query} what="what is new">
      {({ item }) => {
        if (isStrange(seen, item)) return <FirstMark span={span} />;
        if (!isNothing(item))
          return (
            <>
              <NewsLists news={item} since={sinceText(seen)} />
              <button type="button" onClick={() => keepSeen({ entry: item.last, at: item.lastAt, isFirst: false })}>
                Mark as seen
              </button>
            </>
          );
        return seen.isFirst ? (
          <Empty>This is your first look in this browser. What comes in from now on is listed here.</Empty>
        ) : (
          <Empty>Nothing since {sinceText(seen)}.</Empty>
        );
      }}
    </Shown>
  );
};

/** What came in since somebody last looked in this browser. In the past there is no such thing. */
export const NewsPanel = () => {
  const asOf = useAsOf();
  const seen = useSeen();
  const span = useApiNow('/span');
  if (asOf !== undefined) return null;
  return (
    <Panel title="New since you last looked" className="news">
      <Shown query={span} what="what is new">
        {({ item }) => (seen === null ? <FirstMark span={item} /> : <Since seen={seen} span={item} />)}
      </Shown>
    </Panel>
  );
};
