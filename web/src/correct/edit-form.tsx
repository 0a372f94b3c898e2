import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import type { RecordItem } from '../api/record.ts';
import { EditFields } from './edit-fields.tsx';
import { useEditing } from './editing.ts';
import { WordField } from './plain-fields.tsx';
import type { Found } from './values.ts';

interface EditFormProps {
  readonly item: RecordItem;
  readonly found: Found;
  /** Takes the fields that were changed, and why. */
  readonly save: (change: Readonly<Record<string, unknown>>, why: string | null) => void;
  readonly cancel: () => void;
  readonly isPending: boolean;
  readonly error: Error | null;
}

/** A reason as it is sent: null where none is given. */
export const reasonOf = (why: string): string | null => (why.trim() === '' ? null : why.trim());

/** The fields of a row, why they are changed, and the button that saves. Escape gives up. */
export const EditForm = ({ item, found, save, cancel, isPending, error }: EditFormProps) => {
  const editing = useEditing(item, found);
  const [why, type] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('select')?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const isUnchanged = Object.keys(editing.change).length === 0;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isUnchanged) save(editing.change, reasonOf(why));
  };
  return (
    <form
      ref={form}
      className="decision edit"
      aria-label="Edit the row"
      onSubmit={submit}
      onKeyDown={({ key }) => key === 'Escape' && cancel()}
    >
      <EditFields item={item} editing={editing} />
      <div className="field-row">
        <WordField label="Why" value={why} onChange={type} />
        <button type="submit" className="primary" disabled={isPending || isUnchanged}>
          Save
        </button>
        <button type="button" onClick={cancel}>
          Cancel
        </button>
      </div>
      {error !== null && <p role="alert">{error.message}</p>}
    </form>
  );
};
