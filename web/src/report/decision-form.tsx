import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import type { RecordItem } from '../api/record.ts';
import { EditForm, reasonOf } from '../correct/edit-form.tsx';
import { WordField } from '../correct/plain-fields.tsx';
import { type Deciding, ofRow, useCorrect } from '../correct/use-correct.ts';
import type { Found } from '../correct/values.ts';

interface DecisionFormProps {
  readonly item: RecordItem;
  readonly deciding: Deciding;
  readonly found: Found;
  readonly done: () => void;
}

/** Puts the keyboard back on the row when its form closes. */
const useReturn = (row: string): void => {
  useEffect(() => () => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)?.focus(), [row]);
};

interface PlainProps extends Omit<DecisionFormProps, 'found' | 'deciding'> {
  readonly deciding: 'accept' | 'reject';
}

/** Why a row is accepted or rejected, and the button that does it. Escape gives up. */
const PlainForm = ({ item, deciding, done }: PlainProps) => {
  const [why, type] = useState('');
  const correct = useCorrect();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    correct.mutate(ofRow(item, deciding, reasonOf(why)), { onSuccess: done });
  };
  return (
    <form ref={form} className="decision" onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && done()}>
      <WordField label="Why" value={why} onChange={type} />
      <button type="submit" className="primary" disabled={correct.isPending}>
        {deciding === 'accept' ? 'Accept it' : 'Reject it'}
      </button>
      <button type="button" onClick={done}>
        Cancel
      </button>
      {correct.error !== null && <p role="alert">{correct.error.message}</p>}
    </form>
  );
};

/** What is decided of a row, and why. */
export const DecisionForm = ({ item, deciding, found, done }: DecisionFormProps) => {
  const correct = useCorrect();
  useReturn(item.id);
  if (deciding !== 'edit') return <PlainForm item={item} deciding={deciding} done={done} />;
  return (
    <EditForm
      item={item}
      found={found}
      save={(change, why) => correct.mutate(ofRow(item, 'edit', why, change), { onSuccess: done })}
      cancel={done}
      isPending={correct.isPending}
      error={correct.error}
    />
  );
};
