import { useCallback } from 'react';
import { acts } from '../ui/acts.ts';
import { realisValues } from '../ui/realis.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { eventTypes } from './event-types.ts';
import { Facet } from './facet.tsx';
import { FilterChips } from './filter-chips.tsx';
import { useFilters } from './use-filters.ts';

const reviews = ['none', 'accepted', 'edited', 'rejected'];

const DayField = ({
  label,
  value,
  onSet,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onSet: (day: string | undefined) => void;
}) => (
  <label className="field">
    <span>{label}</span>
    <input type="date" value={value ?? ''} onChange={({ target }) => onSet(target.value || undefined)} />
  </label>
);

/** What a table of records is narrowed by. All of it stands in the address, so that a view can be kept and sent. */
export const FilterBar = ({ kind }: { readonly kind: 'statements' | 'events' }) => {
  const { filters, set } = useFilters();
  const search = useCallback((text: string | undefined) => set({ text }), [set]);
  return (
    <search className="filters">
      <SearchField label="Words" value={filters.text} onSearch={search} hint={'"exact words" or other -without'} />
      {kind === 'statements' ? (
        <Facet name="Act" values={acts} chosen={filters.act} onChoose={(act) => set({ act })} />
      ) : (
        <>
          <Facet name="Type" values={eventTypes} chosen={filters.type} onChoose={(type) => set({ type })} />
          <Facet name="Realis" values={realisValues} chosen={filters.realis} onChoose={(realis) => set({ realis })} />
        </>
      )}
      <Facet name="Review" values={reviews} chosen={filters.review} onChoose={(review) => set({ review })} />
      <DayField label="Published from" value={filters.from} onSet={(from) => set({ from })} />
      <DayField label="before" value={filters.until} onSet={(until) => set({ until })} />
      <FilterChips />
    </search>
  );
};
