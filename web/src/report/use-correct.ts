import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../api/client.ts';

/** What can be decided of a row. */
export type Deciding = 'accept' | 'reject' | 'edit';

/** What is decided of a record, and why. */
export interface Decision {
  readonly why: string | null;
  readonly change: unknown;
}

/** Sends a decision; then everything that is shown is asked for again. */
export const useCorrect = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) => post('/corrections', { decisions: [decision] }),
    onSuccess: () => client.invalidateQueries(),
  });
};

/** Takes a decision back. */
export const useUndo = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post(`/corrections/${encodeURIComponent(id)}/undo`, { why: null }),
    onSuccess: () => client.invalidateQueries(),
  });
};
