import type { AgendaNode } from '../api/schema.ts';
import { useApi, useAsOf } from '../api/use-api.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Panel } from '../ui/panel.tsx';
import { plural } from '../ui/plural.ts';
import { Empty, Shown } from '../ui/shown.tsx';
import { AgendaList } from './agenda-list.tsx';
import { CalendarLink } from './calendar-link.tsx';
import { agendaOf } from './order.ts';

const Part = ({
  title,
  items,
  empty,
}: {
  readonly title: string;
  readonly items: readonly AgendaNode[];
  readonly empty: string;
}) => (
  <Panel title={title} note={<span className="faint">{plural(items.length, 'item')}</span>}>
    {items.length === 0 ? <Empty>{empty}</Empty> : <AgendaList items={items} level={2} />}
  </Panel>
);

/** What is planned, and what became of it. */
export const AgendaPage = () => {
  const query = useApi('/agenda', { limit: '1000' });
  const asOf = useAsOf();
  return (
    <>
      <PageHead title="Agenda">
        <CalendarLink />
      </PageHead>
      <Shown query={query} what="the agenda">
        {({ items, next }) => {
          const { ahead, past, open } = agendaOf(items, asOf ?? new Date().toISOString());
          return (
            <>
              {next !== null && <p className="faint">These are the {items.length} newest; there are more.</p>}
              <div className="columns three">
                <Part title="Ahead" items={ahead} empty="Nothing with a date lies ahead." />
                <Part title="Past" items={past} empty="Nothing was planned for a day that is past." />
                <Part title="Without a date" items={open} empty="Every plan has its date." />
              </div>
            </>
          );
        }}
      </Shown>
    </>
  );
};
