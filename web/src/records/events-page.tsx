import type { EventItem } from '../api/schema.ts';
import { usePages } from '../api/use-api.ts';
import { ActorLinks } from '../ui/actor-links.tsx';
import { stretchText } from '../ui/dates.ts';
import { PageHead } from '../ui/page-head.tsx';
import { RealisMark } from '../ui/realis.tsx';
import { ReportLink } from '../ui/report-link.tsx';
import { SaveView } from '../views/save-view.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { FilterBar } from './filter-bar.tsx';
import { toQuery } from './filters.ts';
import type { Column } from './record-row.tsx';
import { RecordTable } from './record-table.tsx';
import { useFilters } from './use-filters.ts';

const When = ({ when }: Pick<EventItem, 'when'>) =>
  when === null ? <span className="faint none">—</span> : stretchText(when.start, when.end, when.grain);

const columns: readonly Column<EventItem>[] = [
  { name: 'Who', cell: ({ actors }) => <ActorLinks actors={actors} /> },
  {
    name: 'Type',
    cell: ({ record }) => (
      <>
        <b className="type">{record.type}</b> <span className="faint">{record.trigger.text}</span>
      </>
    ),
  },
  { name: 'Whom', cell: ({ recipients }) => <ActorLinks actors={recipients} /> },
  { name: 'Realis', cell: ({ record }) => <RealisMark realis={record.realis} /> },
  { name: 'When', cell: ({ when }) => <When when={when} /> },
  { name: 'Where', cell: ({ report, id }) => <ReportLink report={report} row={id} /> },
];

/** Who did, will do, may do or denies doing what to whom. */
export const EventsPage = () => {
  const { filters } = useFilters();
  const query = usePages('/events', { ...toQuery(filters), limit: '100' });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title="Events">
        <span className="export">
          <SaveView kind="events" />
          <ExportButtons kind="events" />
        </span>
      </PageHead>
      <FilterBar kind="events" />
      <RecordTable what="events" columns={columns} items={items} query={query} />
    </>
  );
};
