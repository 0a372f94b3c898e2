import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { refKey } from '../api/record.ts';
import type { DoubtfulItem } from '../api/schema.ts';
import { type Decision, sendDecision, sendUndo } from '../correct/use-correct.ts';

export type Action = 'accept' | 'reject' | 'edit' | 'skip';

/** What came of a row that was shown. */
export interface Outcome {
  readonly key: string;
  readonly row: DoubtfulItem;
  readonly action: Action;
  /** What is sent; null where the row was skipped. */
  readonly decision: Decision | null;
  readonly state: 'sending' | 'kept' | 'failed';
  /** Of the decision that was taken in. */
  readonly id: string | null;
  readonly error: string | null;
}

export const keyOf = ({ item }: DoubtfulItem): string => refKey({ document: item.report.id, record: item.id });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const without = (outcomes: readonly Outcome[], key: string): readonly Outcome[] =>
  outcomes.filter((one) => one.key !== key);

/**
 * What was decided while the page is open. A decision is sent while the next row is already shown; what could not be sent is kept
 * with the reason, to be tried again.
 */
export const useDecisions = () => {
  const client = useQueryClient();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [returned, setReturned] = useState<readonly DoubtfulItem[]>([]);
  const [undoError, setUndoError] = useState<string | null>(null);
  const onTheWay = useRef(new Map<string, Promise<string | null>>());

  const settle = (key: string, part: Partial<Outcome>): void =>
    setOutcomes((now) => now.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const refresh = (): Promise<unknown> =>
    Promise.all(
      ['/review', '/review/progress', '/corrections'].map((path) => client.invalidateQueries({ queryKey: [path] })),
    );

  const send = async (key: string, decision: Decision): Promise<string | null> => {
    settle(key, { state: 'sending', error: null });
    try {
      const id = await sendDecision(decision);
      settle(key, { state: 'kept', id });
      return id;
    } catch (error) {
      settle(key, { state: 'failed', error: messageOf(error) });
      return null;
    }
  };

  /** Sends a decision; whoever takes it back meanwhile waits for its id. */
  const start = (key: string, decision: Decision): void => {
    const sent = send(key, decision);
    onTheWay.current.set(key, sent);
    void sent.then(refresh);
  };

  const decide = (row: DoubtfulItem, action: Action, decision: Decision | null): void => {
    const key = keyOf(row);
    const outcome = { key, row, action, decision, id: null, error: null };
    setUndoError(null);
    setReturned((now) => now.filter((one) => keyOf(one) !== key));
    setOutcomes((now) => [...without(now, key), { ...outcome, state: decision === null ? 'kept' : 'sending' }]);
    if (decision !== null) start(key, decision);
  };

  /** Puts a row back into the queue, first of all; what was decided of it is taken back. */
  const takeBack = async ({ key, row, decision }: Outcome): Promise<void> => {
    setOutcomes((now) => without(now, key));
    setReturned((now) => [row, ...now.filter((one) => keyOf(one) !== key)]);
    if (decision === null) return;
    try {
      const id = await onTheWay.current.get(key);
      if (id !== undefined && id !== null) await sendUndo(id);
    } catch (error) {
      setUndoError(messageOf(error));
    }
    await refresh();
  };

  const last = outcomes.at(-1);
  return {
    outcomes,
    returned,
    undoError,
    decide,
    takeBack,
    retry: ({ key, decision }: Outcome): void => {
      if (decision !== null) start(key, decision);
    },
    /** Takes the last decision back; null where there is none. */
    undo: last === undefined ? null : () => void takeBack(last),
  };
};

export type Decisions = ReturnType<typeof useDecisions>;
