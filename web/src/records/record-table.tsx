// biome-ignore-all lint/a11y/useSemanticElements: rows that are put in their place one by one are no table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: cells are read, not operated
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { RecordItem } from '../api/record.ts';
import { Empty, Failed, keepsWhatIsThere, Loading } from '../ui/shown.tsx';
import { usePrinting } from '../ui/use-printing.ts';
import { type Column, RecordRow } from './record-row.tsx';
import { useFilters } from './use-filters.ts';

export const rowKey = ({ report, id }: RecordItem): string => `${report.id.slice(0, 12)}-${id}`;

interface TableProps<T extends RecordItem> {
  readonly what: string;
  readonly columns: readonly Column<T>[];
  readonly items: readonly T[];
  readonly query: Pick<
    UseInfiniteQueryResult,
    'error' | 'isPending' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  >;
}

/** Asks for the next page when the last rows that are there come into sight. */
const useMoreAtTheEnd = (last: number, count: number, query: TableProps<RecordItem>['query']): void => {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (last >= count - 20 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, count, hasNextPage, isFetchingNextPage, fetchNextPage]);
};

const Rows = <T extends RecordItem>({ what, columns, items, query }: TableProps<T>) => {
  const { filters, set } = useFilters();
  const list = useRef<HTMLDivElement>(null);
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => 44,
    overscan: 12,
    scrollMargin: list.current?.offsetTop ?? 0,
    getItemKey: (index) => (items[index] === undefined ? index : rowKey(items[index])),
  });
  const shown = virtual.getVirtualItems();
  useMoreAtTheEnd(shown.at(-1)?.index ?? 0, items.length, query);
  return (
    <div ref={list} role="rowgroup" className="rows" style={{ height: virtual.getTotalSize() }} aria-label={what}>
      {shown.map(({ index, key, start }) => {
        const item = items[index];
        if (item === undefined) return null;
        const isOpen = filters.row === rowKey(item);
        return (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            role="row"
            aria-rowindex={index + 2}
            className={`record ${item.review}`}
            style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
          >
            <RecordRow
              item={item}
              columns={columns}
              isOpen={isOpen}
              onToggle={() => set({ row: isOpen ? undefined : rowKey(item) })}
            />
          </div>
        );
      })}
    </div>
  );
};

/** On paper there are so many rows at most. */
const MOST_PRINTED = 1000;

/** The rows that are loaded, one under another, as they are printed. */
const PrintedRows = <T extends RecordItem>({ what, columns, items, query }: TableProps<T>) => (
  <div role="rowgroup" aria-label={what}>
    {items.slice(0, MOST_PRINTED).map((item, index) => (
      <div key={rowKey(item)} role="row" aria-rowindex={index + 2} className={`record ${item.review}`}>
        <RecordRow item={item} columns={columns} isOpen={false} onToggle={() => undefined} />
      </div>
    ))}
    {(query.hasNextPage || items.length > MOST_PRINTED) && (
      <p className="faint">The first {Math.min(items.length, MOST_PRINTED)}; “Save as CSV” gives all.</p>
    )}
  </div>
);

/** A table of records of which only the rows in sight are on the page, however many there are. */
export const RecordTable = <T extends RecordItem>(props: TableProps<T>) => {
  const isPrinting = usePrinting();
  const { what, columns, items, query } = props;
  const isKept = items.length > 0 && keepsWhatIsThere(query.error);
  if (query.error !== null && !isKept) return <Failed error={query.error} />;
  if (query.isPending) return <Loading what={what} />;
  if (items.length === 0) return <Empty>No {what} match. Take a filter away, or choose a later moment.</Empty>;
  return (
    <div
      role="table"
      aria-label={what}
      aria-rowcount={query.hasNextPage ? -1 : items.length + 1}
      className={`table ${what}`}
    >
      <div role="rowgroup" className="heads">
        <div role="row" aria-rowindex={1} className="record">
          {columns.map(({ name }) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ))}
          <span role="columnheader">
            <span className="unseen">Evidence</span>
          </span>
        </div>
      </div>
      {isPrinting ? <PrintedRows {...props} /> : <Rows {...props} />}
    </div>
  );
};
