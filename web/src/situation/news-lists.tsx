import { Link } from '@tanstack/react-router';
import { StateMark } from '../agenda/state-mark.tsx';
import { whenText } from '../agenda/when-text.ts';
import { whoText } from '../agenda/who-text.ts';
import type { News } from '../api/schema.ts';
import { dayText } from '../ui/dates.ts';
import { plural } from '../ui/plural.ts';

type Dispute = News['disputes'][number];
type Plan = News['agenda'][number];

/** Of each list so many are shown; the pages have all. */
const SHOWN = 5;

const reportLine = ({ id, title, name, publisher, published }: News['reports'][number]) => (
  <li key={id}>
    <Link to="/reports/$id" params={{ id }}>
      {title ?? name}
    </Link>{' '}
    <span className="faint">
      {publisher ?? 'no publisher named'}, {dayText(published)}
    </span>
  </li>
);

/** How a dispute grew: `new`, or `2 counters more`. */
const disputeText = ({ before, item }: Dispute): string => {
  if (before === null) return 'new';
  const more = item.summary.counters.length - before.counters.length;
  return more > 0 ? `${plural(more, 'counter')} more` : 'changed';
};

const disputeLine = (news: Dispute) => (
  <li key={news.item.id}>
    <Link to="/disputes/$id" params={{ id: news.item.id }}>
      {news.item.actors.map(({ name }) => name).join(', ') || 'Parties not named'}
    </Link>{' '}
    <b>{disputeText(news)}</b>
  </li>
);

const planLine = ({ before, item }: Plan) => {
  const { when, state } = item.summary;
  const day = when?.start?.slice(0, 10);
  const was = before === null || whenText(before.when) === whenText(when) ? null : whenText(before.when);
  return (
    <li key={item.id} className={`state-${state.replaceAll(' ', '-')}`}>
      <StateMark state={state} />{' '}
      <Link to="/agenda" search={day === undefined ? {} : { view: 'month', month: day.slice(0, 7), day }}>
        {whoText(item)}
      </Link>{' '}
      <span>
        {whenText(when)}
        {was !== null && <span className="faint"> (was {was})</span>}
        {before !== null && before.state !== state && <span className="faint"> (was {before.state})</span>}
      </span>
    </li>
  );
};

const List = <T,>({
  title,
  total,
  items,
  line,
}: {
  readonly title: string;
  readonly total: number;
  readonly items: readonly T[];
  readonly line: (item: T) => React.ReactNode;
}) =>
  total === 0 ? null : (
    <div>
      <h3>{title}</h3>
      <ul className="news-list">{items.slice(0, SHOWN).map(line)}</ul>
      {total > SHOWN && <p className="faint">and {total - SHOWN} more</p>}
    </div>
  );

/** Reports, disputes and dates that are new, each with a link. */
export const NewsLists = ({ news, since }: { readonly news: News; readonly since: string }) => {
  const { counts, reports, disputes, agenda } = news;
  return (
    <>
      <p>
        Since {since}: {plural(counts.reports, 'new report')} with {plural(counts.statements, 'statement')} and{' '}
        {plural(counts.events, 'event')}.
      </p>
      <div className="news-lists">
        <List title="Reports" total={counts.reports} items={reports} line={reportLine} />
        <List title="Disputes that opened or grew" total={counts.disputes} items={disputes} line={disputeLine} />
        <List title="New or moved on the agenda" total={counts.agenda} items={agenda} line={planLine} />
      </div>
    </>
  );
};
