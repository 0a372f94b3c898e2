import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { get } from '../api/client.ts';
import type { DoubtfulItem, ReviewProgress } from '../api/schema.ts';
import { useAsOf } from '../api/use-api.ts';
import { PageHead } from '../ui/page-head.tsx';
import { plural } from '../ui/plural.ts';
import { Empty, Shown } from '../ui/shown.tsx';
import { Card } from './card.tsx';
import { Outcomes } from './outcomes.tsx';
import { ReviewFilterBar } from './review-filters.tsx';
import { type Decisions, keyOf, useDecisions } from './use-decisions.ts';
import { useProgress, useQueue, useReviewFilters } from './use-queue.ts';

/** How far the day's review is. */
const Progress = ({ progress: { decided, waiting, isMore } }: { readonly progress: ReviewProgress }) => {
  const all = decided + waiting;
  return (
    <p className="review-progress">
      <progress value={decided} max={Math.max(1, all)} aria-label="Decided today" />
      <span>
        <b>{decided}</b> of {isMore ? 'more than ' : ''}
        {all} today
      </span>
      <span className="faint">{plural(waiting, 'doubtful row')} waiting</span>
    </p>
  );
};

/** The rows that are still to be shown: those that were put back first. The one that is shown stays until it is decided on. */
const useWaiting = (queue: readonly DoubtfulItem[], { outcomes, returned }: Decisions): readonly DoubtfulItem[] => {
  const held = useRef<string | null>(null);
  const done = new Set(outcomes.map(({ key }) => key));
  const back = new Set(returned.map(keyOf));
  const open = [...returned, ...queue.filter((row) => !back.has(keyOf(row)))].filter((row) => !done.has(keyOf(row)));
  const kept = returned.length > 0 ? undefined : open.find((row) => keyOf(row) === held.current);
  const waiting = kept === undefined ? open : [kept, ...open.filter((row) => row !== kept)];
  const first = waiting[0];
  useEffect(() => {
    held.current = first === undefined ? null : keyOf(first);
  }, [first]);
  return waiting;
};

/** Asks for the report of the row that comes next, so that it is there at once. */
const useNextReport = (next: DoubtfulItem | undefined): void => {
  const client = useQueryClient();
  const id = next?.item.report.id;
  useEffect(() => {
    if (id === undefined) return;
    const queryFn = () => get('/reports/{id}', {}, { id });
    void client.prefetchQuery({ queryKey: ['/reports/{id}', { id }, {}], queryFn });
  }, [client, id]);
};

const NothingLeft = ({ decisions }: { readonly decisions: Decisions }) => (
  <div className="review-card">
    <Empty>
      Nothing doubtful is left here that nobody has decided on. Wider filters, or new reports, may bring more.
    </Empty>
    {decisions.undo !== null && (
      <button type="button" onClick={decisions.undo}>
        Undo the last decision
      </button>
    )}
  </div>
);

const Queue = () => {
  const { filters } = useReviewFilters();
  const decisions = useDecisions();
  const skipped = decisions.outcomes.filter(({ action }) => action === 'skip').length;
  const queue = useQueue(filters, skipped);
  const progress = useProgress(filters);
  const waiting = useWaiting(queue.data?.items ?? [], decisions);
  useNextReport(waiting[1]);
  const [row] = waiting;
  return (
    <>
      {progress.data !== undefined && <Progress progress={progress.data.item} />}
      <ReviewFilterBar reasons={progress.data?.item.reasons ?? []} />
      <Outcomes decisions={decisions} />
      <Shown query={queue} what="the queue">
        {() =>
          row === undefined ? (
            <NothingLeft decisions={decisions} />
          ) : (
            <Card key={keyOf(row)} row={row} decisions={decisions} />
          )
        }
      </Shown>
    </>
  );
};

/** A queue of doubtful rows, one key each. */
export const ReviewPage = () => {
  const asOf = useAsOf();
  return (
    <>
      <PageHead title="Review" />
      {asOf === undefined ? <Queue /> : <Empty>This is the past: go back to now to review what is doubtful.</Empty>}
    </>
  );
};
