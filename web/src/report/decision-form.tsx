import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import type { RecordItem } from '../api/record.ts';
import { acts } from '../ui/act.tsx';
import { realisValues } from '../ui/realis.tsx';
import { anchorOf } from './rows.ts';
import { type Deciding, useCorrect } from './use-correct.ts';

interface DecisionFormProps {
  readonly item: RecordItem;
  readonly deciding: Deciding;
  readonly done: () => void;
}

/** The field of a row that is edited here, and its values. */
const editableOf = (item: RecordItem) =>
  item.kind === 'event'
    ? { field: 'realis', values: realisValues, now: item.record.realis }
    : { field: 'act', values: acts, now: item.record.act };

/** Puts the keyboard into the form when it opens, and back on the row when it closes. */
const useFocusInside = (row: string) => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, input')?.focus();
    return () => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)?.focus();
  }, [row]);
  return form;
};

/** What is decided, why, and the button that does it. Escape gives up. */
export const DecisionForm = ({ item, deciding, done }: DecisionFormProps) => {
  const { field, values, now } = editableOf(item);
  const [value, choose] = useState<string>(now);
  const [why, type] = useState('');
  const correct = useCorrect();
  const form = useFocusInside(item.id);
  const isUnchanged = deciding === 'edit' && value === now;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const change = { action: deciding, anchor: anchorOf(item), change: deciding === 'edit' ? { [field]: value } : {} };
    correct.mutate({ why: why.trim() === '' ? null : why.trim(), change }, { onSuccess: done });
  };
  return (
    <form ref={form} className="decision" onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && done()}>
      {deciding === 'edit' && (
        <label className="field">
          <span>{field === 'act' ? 'Act' : 'Realis'}</span>
          <select value={value} onChange={({ target }) => choose(target.value)}>
            {values.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      )}
      <label className="field grow">
        <span>Why</span>
        <input value={why} maxLength={2000} onChange={({ target }) => type(target.value)} />
      </label>
      <button type="submit" className="primary" disabled={correct.isPending || isUnchanged}>
        {deciding === 'edit' ? 'Save' : `${deciding[0]?.toUpperCase()}${deciding.slice(1)} it`}
      </button>
      <button type="button" onClick={done}>
        Cancel
      </button>
      {correct.error !== null && <p role="alert">{correct.error.message}</p>}
    </form>
  );
};
