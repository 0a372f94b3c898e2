import { type ComponentType, createContext } from 'react';
import type { RecordItem } from '../api/record.ts';

/** What people can say of a row where it is shown with its evidence; nothing unless the app gives it. */
export const RowToolsContext = createContext<ComponentType<{
  readonly item: RecordItem;
  readonly isOne?: boolean;
}> | null>(null);
