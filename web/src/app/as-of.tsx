import { useAsOf } from '../api/use-api.ts';
import { momentText } from '../ui/dates.ts';
import { useSetSearch } from './use-set-search.ts';

/** Sets the moment in the address of whatever page is shown. */
const useSetAsOf = () => {
  const set = useSetSearch();
  return (as_of: string | undefined): void => set({ as_of });
};

/** The field in the header: everything as it was known at a moment. */
export const AsOfField = () => {
  const asOf = useAsOf();
  const set = useSetAsOf();
  return (
    <label className="field">
      <span>
        As of <abbr title="Coordinated Universal Time">UTC</abbr>
      </span>
      <input
        type="datetime-local"
        key={asOf ?? ''}
        defaultValue={asOf?.slice(0, 16) ?? ''}
        onBlur={({ target }) => target.value !== (asOf?.slice(0, 16) ?? '') && set(target.value || undefined)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && set(currentTarget.value || undefined)}
      />
    </label>
  );
};

/** Says, on every page, that it shows the past. */
export const AsOfBar = () => {
  const asOf = useAsOf();
  const set = useSetAsOf();
  if (asOf === undefined) return null;
  return (
    <div className="as-of" role="status">
      <span>The ledger as it was known on {momentText(asOf)}.</span>
      <button type="button" onClick={() => set(undefined)}>
        Back to now
      </button>
    </div>
  );
};
