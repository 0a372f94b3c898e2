import type { ActorName, AgendaNode } from '../api/schema.ts';
import { Facet } from '../records/facet.tsx';
import { SituationChip } from '../records/situation-chip.tsx';
import { agendaStates } from './state-mark.tsx';
import { useAgendaSearch } from './use-agenda-search.ts';

/** Everybody whom items name, once each, by name. */
const everybodyIn = (items: readonly AgendaNode[]): readonly ActorName[] =>
  [...new Map(items.flatMap(({ actors }) => actors.map((actor) => [actor.id, actor]))).values()].sort((a, b) =>
    a.name.localeCompare(b.name),
  );

/** What the agenda is narrowed by, and whether it is a list or a month. */
export const AgendaFilters = ({ items }: { readonly items: readonly AgendaNode[] }) => {
  const { search, set } = useAgendaSearch();
  const everybody = everybodyIn(items);
  const isMonth = search.view === 'month';
  return (
    <search className="filters">
      <fieldset className="switch">
        <legend className="unseen">Shown as</legend>
        {[false, true].map((month) => (
          <button
            key={String(month)}
            type="button"
            aria-pressed={isMonth === month}
            onClick={() => set({ view: month ? 'month' : undefined, month: undefined, day: undefined })}
          >
            {month ? 'Month' : 'List'}
          </button>
        ))}
      </fieldset>
      <Facet name="State" values={agendaStates} chosen={search.state} onChoose={(state) => set({ state })} />
      <label className="field">
        <span>Who</span>
        <select value={search.actor ?? ''} onChange={({ target }) => set({ actor: target.value || undefined })}>
          <option value="">Everybody</option>
          {search.actor !== undefined && !everybody.some(({ id }) => id === search.actor) && (
            <option value={search.actor}>Somebody without an item at this moment</option>
          )}
          {everybody.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {search.situation !== undefined && (
        <SituationChip id={search.situation} onRemove={() => set({ situation: undefined })} />
      )}
    </search>
  );
};
