import type { RecordItem } from '../api/record.ts';
import type { Action, Decisions, Outcome } from './use-decisions.ts';

const done: Readonly<Record<Action, string>> = {
  accept: 'Accepted',
  reject: 'Rejected',
  edit: 'Edited',
  skip: 'Skipped',
};

const LONG = 90;

/** A row in a few words. */
const shortOf = (item: RecordItem): string => {
  const words = item.kind === 'statement' ? item.record.content.map(({ text }) => text).join(' … ') : item.sentence;
  return words.length > LONG ? `${words.slice(0, LONG)} …` : words;
};

const Failure = ({ outcome, decisions }: { readonly outcome: Outcome; readonly decisions: Decisions }) => (
  <div>
    <p>
      <b>{done[outcome.action]}, but not kept:</b> {outcome.error} <q>{shortOf(outcome.row.item)}</q>
    </p>
    <span className="buttons">
      <button type="button" onClick={() => decisions.retry(outcome)}>
        Try again
      </button>
      <button type="button" onClick={() => void decisions.takeBack(outcome)}>
        Back to the queue
      </button>
    </span>
  </div>
);

/** What could not be sent, with the reason; and what was decided last. */
export const Outcomes = ({ decisions }: { readonly decisions: Decisions }) => {
  const { outcomes, undoError } = decisions;
  const failed = outcomes.filter(({ state }) => state === 'failed');
  const last = outcomes.at(-1);
  const isSending = outcomes.some(({ state }) => state === 'sending');
  return (
    <>
      {(failed.length > 0 || undoError !== null) && (
        <div className="failed not-kept" role="alert">
          {undoError !== null && <p>It was not taken back: {undoError}</p>}
          {failed.map((outcome) => (
            <Failure key={outcome.key} outcome={outcome} decisions={decisions} />
          ))}
        </div>
      )}
      <p className="faint last-outcome" role="status">
        {last !== undefined && last.state !== 'failed' && (
          <>
            {done[last.action]}: <q>{shortOf(last.row.item)}</q>
            {isSending && ' · being kept …'}
          </>
        )}
      </p>
    </>
  );
};
