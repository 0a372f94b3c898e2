import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { reasonOf } from './edit-form.tsx';
import { WordField } from './plain-fields.tsx';
import { useCorrect, useUndo } from './use-correct.ts';

interface NodeFormProps {
  /** What is decided; null as long as something is missing. */
  readonly change: unknown;
  readonly verb: string;
  /** What is said when it is done. */
  readonly done: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

const Done = ({ id, done, close }: { readonly id: string } & Pick<NodeFormProps, 'done' | 'close'>) => {
  const undo = useUndo();
  return (
    <>
      <p role="status">{undo.isSuccess ? 'Taken back.' : done}</p>
      <div className="buttons">
        <button type="button" disabled={undo.isPending || undo.isSuccess} onClick={() => undo.mutate(id)}>
          Undo
        </button>
        <button type="button" className="primary" onClick={close}>
          Close
        </button>
      </div>
      {undo.error !== null && <p role="alert">{undo.error.message}</p>}
    </>
  );
};

/** Decides on things of the ledger, with a reason; what was decided can be taken back at once. */
export const NodeForm = ({ change, verb, done, close, children }: NodeFormProps) => {
  const correct = useCorrect();
  const [why, type] = useState('');
  if (correct.data !== undefined) return <Done id={correct.data} done={done} close={close} />;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (change !== null) correct.mutate({ why: reasonOf(why), change });
  };
  return (
    <form className="node-form" onSubmit={submit}>
      {children}
      <WordField label="Why" value={why} onChange={type} />
      <div className="buttons">
        <button type="submit" className="primary" disabled={change === null || correct.isPending}>
          {verb}
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
      {correct.error !== null && <p role="alert">{correct.error.message}</p>}
    </form>
  );
};
