/** A field with one of several values. */
export const ChoiceField = ({
  label,
  values,
  value,
  onChange,
}: {
  readonly label: string;
  readonly values: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => (
  <label className="field">
    <span>{label}</span>
    <select value={value} onChange={({ target }) => onChange(target.value)}>
      {values.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  </label>
);

/** A field of a few words. */
export const WordField = ({
  label,
  value,
  onChange,
  hint = '',
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
}) => (
  <label className="field grow">
    <span>{label}</span>
    <input value={value} maxLength={2000} placeholder={hint} onChange={({ target }) => onChange(target.value)} />
  </label>
);

/** A field that holds or does not. */
export const TickField = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}) => (
  <label className="tick">
    <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} />
    {label}
  </label>
);
