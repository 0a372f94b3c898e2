import { type KeyboardEvent, useId } from 'react';
import { type Pieces, type Stretch, stepEnd, stepStart } from './words.ts';

export interface SpanFieldProps {
  readonly label: string;
  readonly text: string;
  readonly pieces: Pieces;
  readonly value: Stretch;
  readonly onChange: (value: Stretch) => void;
  /** Whether words that are selected in the report go here. */
  readonly isActive: boolean;
  readonly activate: () => void;
  readonly onRemove?: (() => void) | undefined;
}

type Step = readonly [string, string, (pieces: Pieces, value: Stretch) => Stretch];

const steps: readonly Step[] = [
  ['⇤ +', 'One word more at the beginning', (pieces, value) => stepStart(pieces, value, -1)],
  ['− ⇥', 'One word less at the beginning', (pieces, value) => stepStart(pieces, value, 1)],
  ['⇤ −', 'One word less at the end', (pieces, value) => stepEnd(pieces, value, -1)],
  ['+ ⇥', 'One word more at the end', (pieces, value) => stepEnd(pieces, value, 1)],
];

const byKey = ({ key, shiftKey }: KeyboardEvent, pieces: Pieces, value: Stretch): Stretch | null => {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const by = key === 'ArrowRight' ? 1 : -1;
  return shiftKey ? stepStart(pieces, value, by) : stepEnd(pieces, value, by);
};

/** Words of the report that a field of a row rests on: moved word by word with the arrow keys or buttons, or taken from what is selected. */
export const SpanField = (props: SpanFieldProps) => {
  const { label, text, pieces, value, onChange, isActive, activate, onRemove } = props;
  const hint = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = byKey(event, pieces, value);
    if (next === null) return;
    event.preventDefault();
    onChange(next);
  };
  return (
    <div className={`span-field${isActive ? ' active' : ''}`}>
      <span className="span-name">{label}</span>
      <button
        type="button"
        className="span-words quote"
        aria-label={`${label}: ${text.slice(value.start, value.end)}`}
        aria-describedby={hint}
        data-span={label}
        onFocus={activate}
        onKeyDown={onKeyDown}
      >
        {text.slice(value.start, value.end)}
      </button>
      {onRemove !== undefined && (
        <button type="button" onClick={onRemove}>
          Remove<span className="unseen"> {label}</span>
        </button>
      )}
      <span id={hint} className={isActive ? 'faint' : 'unseen'}>
        <kbd>←</kbd> <kbd>→</kbd> move its end by a word, with <kbd>Shift</kbd> its beginning; or select words in the
        report.
      </span>
      {isActive && (
        <span className="buttons">
          {steps.map(([sign, name, step]) => (
            <button key={name} type="button" title={name} onClick={() => onChange(step(pieces, value))}>
              <span aria-hidden="true">{sign}</span>
              <span className="unseen">
                {name} of {label}
              </span>
            </button>
          ))}
        </span>
      )}
    </div>
  );
};
