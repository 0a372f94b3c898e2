import { useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { ReportDetail } from '../api/schema.ts';
import { useApi } from '../api/use-api.ts';
import { useSetSearch } from '../app/use-set-search.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Shown } from '../ui/shown.tsx';
import { Article, type Choice } from './article.tsx';
import { ReportHead } from './report-head.tsx';
import { countsOf, RowList } from './row-list.tsx';
import { marksOf, rowsInOrder } from './rows.ts';

const ALL = 'none,accepted,edited,rejected';

/** The row that is chosen stands in the address, so that it can be sent. */
const useChoice = (): Choice => {
  const { row } = useSearch({ from: '/reports/$id' });
  const set = useSetSearch();
  const [pointed, point] = useState<string | null>(null);
  const choose = useCallback((next: string | null) => set({ row: next ?? undefined }), [set]);
  return { chosen: row ?? null, pointed, choose, point };
};

const focusOn = (selector: string): void => {
  const found = document.querySelector<HTMLElement>(selector);
  found?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: 'nearest' });
};

const goToRow = (row: string): void => focusOn(`[data-row="${CSS.escape(row)}"]`);
const goToWords = (row: string): void => focusOn(`.words[data-rows~="${CSS.escape(row)}"]`);

const Report = ({ report }: { readonly report: ReportDetail }) => {
  const choice = useChoice();
  const asked = { document: report.id, review: ALL, limit: '1000' };
  const statements = useApi('/statements', asked);
  const events = useApi('/events', asked);
  const rows = useMemo(
    () => rowsInOrder(statements.data?.items ?? [], events.data?.items ?? []),
    [statements.data, events.data],
  );
  const marks = useMemo(() => rows.filter(({ review }) => review !== 'rejected').flatMap(marksOf), [rows]);
  const go = useCallback(
    (row: string) => {
      choice.choose(row);
      goToRow(row);
    },
    [choice.choose],
  );
  const [isFolded, fold] = useState(false);
  return (
    <div className="reading">
      <Article report={report} marks={marks} choice={choice} goToRow={go} />
      <section className={`rows-side${isFolded ? ' folded' : ''}`} aria-label="What was read out of it">
        <button type="button" className="sheet-fold" aria-expanded={!isFolded} onClick={() => fold(!isFolded)}>
          <b>{countsOf(rows)}</b> {isFolded ? 'Show' : 'Hide'}
        </button>
        <Shown query={statements} what="the rows">
          {() => (
            <Shown query={events} what="the rows">
              {() => <RowList rows={rows} choice={choice} goToWords={goToWords} />}
            </Shown>
          )}
        </Shown>
      </section>
    </div>
  );
};

/** One report beside what was read out of it. */
export const ReportPage = () => {
  const { id } = useParams({ from: '/reports/$id' });
  const query = useApi('/reports/{id}', {}, { id });
  return (
    <>
      <PageHead title={query.data?.item.title ?? query.data?.item.name ?? 'Report'} />
      <Shown query={query} what="the report">
        {({ item }) => (
          <>
            <ReportHead report={item} />
            <Report key={item.id} report={item} />
          </>
        )}
      </Shown>
    </>
  );
};
