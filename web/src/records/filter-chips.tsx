import { useApi } from '../api/use-api.ts';
import { type FilterField, listOf } from './filters.ts';
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

/** Filters that came from a link and have no field of their own. */
export const FilterChips = () => {
  const { filters, set } = useFilters();
  const [first, second] = listOf(filters.dyad);
  const others = (['node', 'situation'] as const).filter((field: FilterField) => filters[field] !== undefined);
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
      {others.map((field) => (
        <Chip key={field} onRemove={() => set({ [field]: undefined })}>
          one {field === 'node' ? 'event or statement' : field}
        </Chip>
      ))}
    </>
  );
};
