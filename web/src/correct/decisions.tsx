import type { RecordItem } from '../api/record.ts';
import type { Correction } from '../api/schema.ts';
import { useApiNow } from '../api/use-api.ts';
import { momentText } from '../ui/dates.ts';
import { decisionWords } from './change-words.ts';
import { useUndo } from './use-correct.ts';

/** A decision with what takes it back. */
export const Decided = ({ correction }: { readonly correction: Correction }) => {
  const undo = useUndo();
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
      <button type="button" disabled={undo.isPending} onClick={() => undo.mutate(id)}>
        Undo
      </button>
      {undo.error !== null && <p role="alert">{undo.error.message}</p>}
    </li>
  );
};

/** What people decided of a row and still holds, the newest first, each to be taken back. */
export const Decisions = ({ item }: { readonly item: RecordItem }) => {
  const query = useApiNow('/corrections', { document: item.report.id, record: item.id, state: 'applied' });
  return (
    <ul className="decisions" aria-label="Decisions">
      {query.data?.items.map((correction) => (
        <Decided key={correction.id} correction={correction} />
      ))}
    </ul>
  );
};
