import type { RecordItem } from '../api/record.ts';
import type { Correction } from '../api/schema.ts';
import { useApi, useAsOf } from '../api/use-api.ts';
import { momentText } from '../ui/dates.ts';
import { decisionWords } from './change-words.ts';
import { useUndo } from './use-correct.ts';

/** A decision with what takes it back; in the past it only stands there. */
export const Decided = ({ correction }: { readonly correction: Correction }) => {
  const undo = useUndo();
  const asOf = useAsOf();
  const { id, change, author, at, why } = correction;
  return (
    <li>
      <span>
        {decisionWords(change)}{' '}
        <span className="faint">
          by {author}, {momentText(at)}
        </span>
        {why !== null && <q>{why}</q>}
      </span>
      {asOf === undefined && (
        <button type="button" disabled={undo.isPending} onClick={() => undo.mutate(id)}>
          Undo
        </button>
      )}
      {undo.error !== null && <p role="alert">{undo.error.message}</p>}
    </li>
  );
};

/** A decision that no longer holds: what it was, who took it back, when, and why. */
export const TakenBack = ({
  correction: { change, author, at, why, undoneAt, undoneBy, undoneWhy },
}: {
  readonly correction: Correction;
}) => (
  <li className="faint">
    <span>
      <del>{decisionWords(change)}</del> by {author}, {momentText(at)}
      {why !== null && <q>{why}</q>}
      {undoneAt !== null && ` · taken back${undoneBy === null ? '' : ` by ${undoneBy}`}, ${momentText(undoneAt)}`}
      {undoneWhy !== null && <q>{undoneWhy}</q>}
    </span>
  </li>
);

/** What people decided of a row and still holds, the newest first, each to be taken back. */
export const Decisions = ({ item }: { readonly item: RecordItem }) => {
  const query = useApi('/corrections', { document: item.report.id, record: item.id, state: 'applied' });
  return (
    <ul className="decisions" aria-label="Decisions">
      {query.data?.items.map((correction) => (
        <Decided key={correction.id} correction={correction} />
      ))}
    </ul>
  );
};
