import type { ActorName, DisputeNode } from '../api/schema.ts';
import { useApi } from '../api/use-api.ts';
import { useSetSearch } from '../app/use-set-search.ts';
import { Facet } from '../records/facet.tsx';
import { SituationChip } from '../records/situation-chip.tsx';

const leasts = ['2', '3', '5', '10'];
const reviews = ['none', 'accepted', 'edited', 'rejected'];

/** What of disputes the address can ask for: the API’s own names. */
export const disputeFields = ['actor', 'situation', 'reports', 'review'] as const;
export type DisputeSearch = { readonly [F in (typeof disputeFields)[number]]?: string | undefined };

const NameOf = ({ id }: { readonly id: string }) => {
  const { data } = useApi('/actors/{id}', {}, { id });
  return <>{data?.item.name ?? id}</>;
};

const partiesIn = (nodes: readonly DisputeNode[]): readonly ActorName[] =>
  [...new Map(nodes.flatMap(({ actors }) => actors.map((actor) => [actor.id, actor]))).values()].sort((a, b) =>
    a.name.localeCompare(b.name),
  );

interface DisputeFiltersProps {
  readonly search: DisputeSearch;
  readonly nodes: readonly DisputeNode[];
}

/** What disputes are narrowed by. */
export const DisputeFilters = ({ search, nodes }: DisputeFiltersProps) => {
  const set = useSetSearch();
  const parties = partiesIn(nodes);
  const { actor } = search;
  return (
    <search className="filters">
      <label className="field">
        <span>Between</span>
        <select value={actor ?? ''} onChange={({ target }) => set({ actor: target.value || undefined })}>
          <option value="">Anybody</option>
          {actor !== undefined && !parties.some(({ id }) => id === actor) && (
            <option value={actor}>
              <NameOf id={actor} />
            </option>
          )}
          {parties.map(({ id, name }) => (
            <option key={id} value={id}>
              {name} and others
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>Told in</span>
        <select value={search.reports ?? ''} onChange={({ target }) => set({ reports: target.value || undefined })}>
          <option value="">any number of reports</option>
          {leasts.map((least) => (
            <option key={least} value={least}>
              {least} reports or more
            </option>
          ))}
        </select>
      </label>
      {search.situation !== undefined && (
        <SituationChip id={search.situation} onRemove={() => set({ situation: undefined })} />
      )}
      <Facet name="Review" values={reviews} chosen={search.review} onChoose={(review) => set({ review })} />
    </search>
  );
};
