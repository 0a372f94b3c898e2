import { useAsOf } from '../api/use-api.ts';
import { useSetAsOf } from './use-set-as-of.ts';

/** A moment as a field for date and time has it: a day alone is its last minute. */
const fieldValue = (moment: string | undefined): string => {
  if (moment === undefined) return '';
  return moment.length === 10 ? `${moment}T23:59` : moment.slice(0, 16);
};

/** A moment as a date and a time. */
export const MomentField = () => {
  const asOf = useAsOf();
  const set = useSetAsOf();
  const shown = fieldValue(asOf);
  const put = (value: string): void => {
    if (value !== shown) set(value === '' ? undefined : value);
  };
  return (
    <label className="field">
      <span>
        As of <abbr title="Coordinated Universal Time">UTC</abbr>
      </span>
      <input
        type="datetime-local"
        key={shown}
        defaultValue={shown}
        onBlur={({ target }) => put(target.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && put(currentTarget.value)}
      />
    </label>
  );
};
