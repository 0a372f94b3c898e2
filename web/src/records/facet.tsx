import { listOf, toggled } from './filters.ts';

interface FacetProps {
  readonly name: string;
  readonly values: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (chosen: string | undefined) => void;
}

/** Values of a field of which several can be chosen. */
export const Facet = ({ name, values, chosen, onChoose }: FacetProps) => {
  const now = listOf(chosen);
  return (
    <details className="facet">
      <summary>
        {name}
        {now.length > 0 && <b> {now.length === 1 ? now[0] : now.length}</b>}
      </summary>
      <fieldset>
        <legend className="unseen">{name}</legend>
        {values.map((value) => (
          <label key={value}>
            <input type="checkbox" checked={now.includes(value)} onChange={() => onChoose(toggled(chosen, value))} />
            {value}
          </label>
        ))}
      </fieldset>
    </details>
  );
};
