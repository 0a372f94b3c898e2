import type { StatementItem } from '../api/schema.ts';
import { usePages } from '../api/use-api.ts';
import { ActMark } from '../ui/act.tsx';
import { ActorLinks } from '../ui/actor-links.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ReportLink } from '../ui/report-link.tsx';
import { SaveView } from '../views/save-view.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { FilterBar } from './filter-bar.tsx';
import { toQuery } from './filters.ts';
import type { Column } from './record-row.tsx';
import { RecordTable } from './record-table.tsx';
import { useFilters } from './use-filters.ts';

const columns: readonly Column<StatementItem>[] = [
  {
    name: 'Who',
    cell: ({ speakers, record }) => <ActorLinks actors={speakers} none={record.source?.text ?? 'not named'} />,
  },
  { name: 'Act', cell: ({ record }) => <ActMark act={record.act} /> },
  {
    name: 'What',
    cell: ({ record }) => <q className="said">{record.content.map(({ text }) => text).join(' … ')}</q>,
  },
  { name: 'Where', cell: ({ report, id }) => <ReportLink report={report} row={id} /> },
];

/** Who said what. */
export const StatementsPage = () => {
  const { filters } = useFilters();
  const query = usePages('/statements', { ...toQuery(filters), limit: '100' });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title="Statements">
        <span className="export">
          <SaveView kind="statements" />
          <ExportButtons kind="statements" />
        </span>
      </PageHead>
      <FilterBar kind="statements" />
      <RecordTable what="statements" columns={columns} items={items} query={query} />
    </>
  );
};
