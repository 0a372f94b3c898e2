import { useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { RecordItem } from '../api/record.ts';
import type { ReportDetail } from '../api/schema.ts';
import { useApi } from '../api/use-api.ts';
import { useSetSearch } from '../app/use-set-search.ts';
import { DrawContext } from '../correct/editing.ts';
import { marksOf } from '../records/marks.ts';
import type { Mark } from '../records/segments.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Shown } from '../ui/shown.tsx';
import { Article, type Choice } from './article.tsx';
import { ReportHead } from './report-head.tsx';
import { countsOf, RowList } from './row-list.tsx';
import { rowsInOrder } from './rows.ts';

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

/** The words of all rows; of a row that is being edited, those that it is to have. */
const marksIn = (rows: readonly RecordItem[], drawn: readonly Mark[] | null): readonly Mark[] => {
  const edited = drawn?.[0]?.row;
  const others = rows.filter(({ id, review }) => review !== 'rejected' && id !== edited);
  return [...others.flatMap(marksOf), ...(drawn ?? [])];
};

const Report = ({ report }: { readonly report: ReportDetail }) => {
  const choice = useChoice();
  const asked = { document: report.id, review: ALL, limit: '1000' };
  const statements = useApi('/statements', asked);
  const events = useApi('/events', asked);
  const rows = useMemo(
    () => rowsInOrder(statements.data?.items ?? [], events.data?.items ?? []),
    [statements.data, events.data],
  );
  const [drawn, draw] = useState<readonly Mark[] | null>(null);
  const marks = useMemo(() => marksIn(rows, drawn), [rows, drawn]);
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
              {() => (
                <DrawContext value={draw}>
                  <RowList rows={rows} found={report.readout} choice={choice} goToWords={goToWords} />
                </DrawContext>
              )}
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
