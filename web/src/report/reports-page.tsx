import { Link, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { usePages } from '../api/use-api.ts';
import { useSetSearch } from '../app/use-set-search.ts';
import { ReportItems } from '../records/report-items.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Empty, Shown } from '../ui/shown.tsx';

/** All reports, the newest first. */
export const ReportsPage = () => {
  const { text } = useSearch({ from: '/reports' });
  const set = useSetSearch();
  const search = useCallback((words: string | undefined) => set({ text: words }), [set]);
  const query = usePages('/reports', { text, limit: '50' });
  return (
    <>
      <PageHead title="Reports">
        <Link to="/situations">by situation</Link>
      </PageHead>
      <search className="filters">
        <SearchField label="Words" value={text} onSearch={search} hint={'"exact words" or other -without'} />
      </search>
      <Shown query={query} what="reports">
        {({ pages }) => {
          const reports = pages.flatMap(({ items }) => items);
          return reports.length === 0 ? (
            <Empty>No report matches at this moment.</Empty>
          ) : (
            <ReportItems reports={reports} />
          );
        }}
      </Shown>
      <MoreButton query={query} />
    </>
  );
};
