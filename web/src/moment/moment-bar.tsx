import { useAsOf } from '../api/use-api.ts';
import { exactText } from '../ui/dates.ts';
import { useSetAsOf } from './use-set-as-of.ts';

/** Says, on every page, that it shows the past, and leads back to now. */
export const MomentBar = () => {
  const asOf = useAsOf();
  const set = useSetAsOf();
  if (asOf === undefined) return null;
  return (
    <div className="bar as-of" role="status">
      <span>
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <circle cx="6" cy="6" r="4.8" className="outline" />
          <path d="M6 3.2V6L8 7.4" className="outline" />
        </svg>{' '}
        The ledger as it was known on {exactText(asOf)}. Nothing can be corrected here.
      </span>
      <button type="button" onClick={() => set(undefined)}>
        Back to now
      </button>
    </div>
  );
};
