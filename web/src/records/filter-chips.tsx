import { useApi } from '../api/use-api.ts';
import { dayText } from '../ui/dates.ts';
import { Chip } from './chip.tsx';
import { listOf } from './filters.ts';
import { SituationChip } from './situation-chip.tsx';
import { useFilters } from './use-filters.ts';

const NameOf = ({ id }: { readonly id: string }) => {
  const { data } = useApi('/actors/{id}', {}, { id });
  return <>{data?.item.name ?? id}</>;
};

const others = {
  node: () => 'one event or statement',
  place: (ids: string) => (listOf(ids).length === 1 ? 'at one place' : `at ${listOf(ids).length} places`),
  when_from: (day: string) => `happening from ${dayText(day)}`,
  when_until: (day: string) => `happening before ${dayText(day)}`,
} as const;

/** Filters that came from a link and have no field of their own. */
export const FilterChips = () => {
  const { filters, set } = useFilters();
  const [first, second] = listOf(filters.dyad);
  const given = (Object.keys(others) as (keyof typeof others)[]).filter((field) => filters[field] !== undefined);
  return (
    <>
      {listOf(filters.actor).map((id) => (
        <Chip key={id} onRemove={() => set({ actor: undefined })}>
          <NameOf id={id} />
        </Chip>
      ))}
      {first !== undefined && second !== undefined && (
        <Chip onRemove={() => set({ dyad: undefined })}>
          <NameOf id={first} /> → <NameOf id={second} />
        </Chip>
      )}
      {filters.situation !== undefined && (
        <SituationChip id={filters.situation} onRemove={() => set({ situation: undefined })} />
      )}
      {given.map((field) => (
        <Chip key={field} onRemove={() => set({ [field]: undefined })}>
          {others[field](filters[field] ?? '')}
        </Chip>
      ))}
    </>
  );
};
