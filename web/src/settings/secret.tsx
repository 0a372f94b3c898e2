import { useId, useRef, useState } from 'react';

/** Something that is shown this once: to be copied, and then put away. */
export const Secret = ({
  label,
  value,
  onDone,
}: {
  readonly label: string;
  readonly value: string;
  readonly onDone: () => void;
}) => {
  const field = useRef<HTMLInputElement>(null);
  const [note, tell] = useState('');
  const id = useId();
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      tell('Copied.');
    } catch {
      // Browsers give the clipboard to pages over https and of this machine only.
      tell('It is marked: copy it with your keyboard.');
    }
  };
  return (
    <section className="secret" aria-labelledby={id}>
      <p id={id}>
        <b>{label}</b> It is shown this once; keep it where you keep passwords.
      </p>
      <input ref={field} readOnly value={value} aria-labelledby={id} className="code" />
      <div className="buttons">
        <button type="button" className="primary" onClick={() => void copy()}>
          Copy
        </button>
        <button type="button" onClick={onDone}>
          I have it
        </button>
        <span role="status">{note}</span>
      </div>
    </section>
  );
};
