import { useApi } from '../api/use-api.ts';
import { dayText } from '../ui/dates.ts';
import { listOf } from './filters.ts';
import { useFilters } from './use-filters.ts';

const NameOf = ({ id }: { readonly id: string }) => {
  const { data } = useApi('/actors/{id}', {}, { id });
  return <>{data?.item.name ?? id}</>;
};

const Chip = ({ children, onRemove }: { readonly children: React.ReactNode; readonly onRemove: () => void }) => (
  <button type="button" className="chip" onClick={onRemove}>
    {children} <span aria-hidden="true">×</span>
    <span className="unseen">: take this filter away</span>
  </button>
);

const others = {
  node: () => 'one event or statement',
  situation: () => 'one situation',
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
      {given.map((field) => (
        <Chip key={field} onRemove={() => set({ [field]: undefined })}>
          {others[field](filters[field] ?? '')}
        </Chip>
      ))}
    </>
  );
};
