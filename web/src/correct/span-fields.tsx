import type { Editing } from './editing.ts';
import { SpanField } from './span-field.tsx';
import { type Stretch, wordBeside } from './words.ts';

interface OneProps {
  readonly label: string;
  readonly editing: Editing;
  readonly value: Stretch | null;
  readonly onChange: (value: Stretch) => void;
  /** Takes the words away; absent where a row cannot do without. */
  readonly onRemove?: (() => void) | undefined;
}

/** The words of a field of which there is one. */
export const OneSpan = ({ label, editing, value, onChange, onRemove }: OneProps) => {
  const { found, pieces, active, activate, values } = editing;
  const beside = wordBeside(pieces, values.cue ?? values.trigger ?? { start: 0, end: 0 });
  if (value === null)
    return (
      <div className="span-field">
        <span className="span-name">{label}</span>
        <button type="button" onClick={() => beside !== null && onChange(beside)}>
          Give words<span className="unseen"> for {label}</span>
        </button>
      </div>
    );
  return (
    <SpanField
      label={label}
      text={found.text}
      pieces={pieces}
      value={value}
      onChange={onChange}
      isActive={active === label}
      activate={() => activate(label, onChange)}
      onRemove={onRemove}
    />
  );
};

interface SeveralProps {
  readonly label: string;
  readonly editing: Editing;
  readonly value: readonly Stretch[];
  readonly onChange: (value: readonly Stretch[]) => void;
  /** So many stay at least. */
  readonly least: number;
}

/** The words of a field that may have several stretches. */
export const SeveralSpans = ({ label, editing, value, onChange, least }: SeveralProps) => {
  const nameOf = (index: number): string => (value.length > 1 ? `${label} ${index + 1}` : label);
  const last = value.at(-1) ?? editing.values.cue ?? { start: 0, end: 0 };
  const beside = wordBeside(editing.pieces, last);
  return (
    <>
      {value.map((span, index) => (
        <OneSpan
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is told apart by its place in the list only
          key={index}
          label={nameOf(index)}
          editing={editing}
          value={span}
          onChange={(next) => onChange(value.with(index, next))}
          onRemove={value.length > least ? () => onChange(value.toSpliced(index, 1)) : undefined}
        />
      ))}
      {beside !== null && (
        <button type="button" className="add-span" onClick={() => onChange([...value, beside])}>
          {value.length === 0 ? 'Give' : 'More'} words<span className="unseen"> for {label}</span>
          <span aria-hidden="true"> for {label.toLowerCase()}</span>
        </button>
      )}
    </>
  );
};
