import type { ReviewProgress } from '../api/schema.ts';
import { eventTypes } from '../records/event-types.ts';
import { Facet } from '../records/facet.tsx';
import { listOf, toggled } from '../records/filters.ts';
import { acts } from '../ui/acts.ts';
import { type ReviewFilters as Filters, useReviewFilters } from './use-queue.ts';

const kinds = [
  ['', 'statements and events'],
  ['statement', 'statements'],
  ['event', 'events'],
] as const;

type Reasons = ReviewProgress['reasons'];

/** Why rows are doubtful, each with how many wait for it. */
const ReasonFacet = ({
  reasons,
  chosen,
  onChoose,
}: {
  readonly reasons: Reasons;
  readonly chosen: string | undefined;
  readonly onChoose: (chosen: string | undefined) => void;
}) => {
  const now = listOf(chosen);
  const shown = reasons.filter(({ reason, waiting }) => waiting > 0 || now.includes(reason));
  return (
    <details className="facet reasons">
      <summary>
        Reason
        {now.length > 0 && <b> {now.length}</b>}
      </summary>
      <fieldset>
        <legend className="unseen">Reason</legend>
        {shown.map(({ reason, words, waiting }) => (
          <label key={reason}>
            <input type="checkbox" checked={now.includes(reason)} onChange={() => onChoose(toggled(chosen, reason))} />
            <span>
              {words} <span className="faint">{waiting}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  );
};

const isNarrowed = (filters: Filters): boolean => Object.values(filters).some((value) => value !== undefined);

/** What the queue is narrowed by. All of it stands in the address. */
export const ReviewFilterBar = ({ reasons }: { readonly reasons: Reasons }) => {
  const { filters, set } = useReviewFilters();
  return (
    <search className="filters">
      <label className="field">
        <span>Kind</span>
        <select
          value={filters.kind ?? ''}
          onChange={({ target }) => set({ kind: target.value || undefined, type: undefined, act: undefined })}
        >
          {kinds.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {filters.kind === 'event' && (
        <Facet name="Type" values={eventTypes} chosen={filters.type} onChoose={(type) => set({ type })} />
      )}
      {filters.kind === 'statement' && (
        <Facet name="Act" values={acts} chosen={filters.act} onChoose={(act) => set({ act })} />
      )}
      <ReasonFacet reasons={reasons} chosen={filters.reason} onChoose={(reason) => set({ reason })} />
      {isNarrowed(filters) && (
        <button
          type="button"
          onClick={() =>
            set({ kind: undefined, type: undefined, act: undefined, reason: undefined, document: undefined })
          }
        >
          All doubtful rows
        </button>
      )}
    </search>
  );
};
