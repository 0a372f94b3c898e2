import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../api/client.ts';
import type { RecordItem } from '../api/record.ts';
import { anchorOf } from '../records/marks.ts';

/** What is being decided of a row. */
export type Deciding = 'accept' | 'reject' | 'edit';

/** What is decided, and why. */
export interface Decision {
  readonly why: string | null;
  readonly change: unknown;
}

/** What is decided of a row: that it is right, that it is wrong, or how its fields are to read. */
export const ofRow = (
  item: RecordItem,
  action: Deciding,
  why: string | null,
  change: Readonly<Record<string, unknown>> = {},
): Decision => ({ why, change: { action, anchor: anchorOf(item), change } });

/** Sends a decision; answers with its id. */
export const sendDecision = async (decision: Decision): Promise<string> => {
  const { items } = await post<{ readonly items: readonly string[] }>('/corrections', { decisions: [decision] });
  return items[0] ?? '';
};

/** Takes a decision back. */
export const sendUndo = (id: string): Promise<unknown> =>
  post(`/corrections/${encodeURIComponent(id)}/undo`, { why: null });

/** Sends a decision; then everything that is shown is asked for again. */
export const useCorrect = () => {
  const client = useQueryClient();
  return useMutation({ mutationFn: sendDecision, onSuccess: () => client.invalidateQueries() });
};

/** Takes a decision back; then everything that is shown is asked for again. */
export const useUndo = () => {
  const client = useQueryClient();
  return useMutation({ mutationFn: sendUndo, onSuccess: () => client.invalidateQueries() });
};
