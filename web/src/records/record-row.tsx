// biome-ignore-all lint/a11y/useSemanticElements: rows that are put in their place one by one are no table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: cells are read, not operated
import type { ReactNode } from 'react';
import type { RecordItem } from '../api/record.ts';
import { Evidence } from './evidence.tsx';

/** A column: its heading, and what stands in it. */
export interface Column<T> {
  readonly name: string;
  readonly cell: (item: T) => ReactNode;
}

interface RecordRowProps<T> {
  readonly item: T;
  readonly columns: readonly Column<T>[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** The cells of a record, and its evidence where it is open. */
export const RecordRow = <T extends RecordItem>({ item, columns, isOpen, onToggle }: RecordRowProps<T>) => (
  <>
    {columns.map(({ name, cell }) => (
      <span key={name} role="cell" data-column={name}>
        {cell(item)}
      </span>
    ))}
    <span role="cell" className="opener">
      <button type="button" aria-expanded={isOpen} onClick={onToggle}>
        {isOpen ? 'Close' : 'Words'}
        <span className="unseen"> of {item.record.id}</span>
      </button>
    </span>
    {isOpen && (
      <div role="cell" className="expanded">
        <Evidence item={item} />
      </div>
    )}
  </>
);
