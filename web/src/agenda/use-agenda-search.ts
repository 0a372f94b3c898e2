import { useSearch } from '@tanstack/react-router';
import type { AgendaNode } from '../api/schema.ts';
import { useSetSearch } from '../app/use-set-search.ts';
import { listOf } from '../records/filters.ts';

/** What of the agenda its address can ask for: whose items of which situation in which states, as a list or a month, and which month and day. */
export const agendaFields = ['state', 'actor', 'situation', 'view', 'month', 'day'] as const;

/** What the address of the agenda asks for, and what changes it. */
export const useAgendaSearch = () => ({ search: useSearch({ from: '/agenda' }), set: useSetSearch() });

interface Wanted {
  readonly state?: string | undefined;
  readonly actor?: string | undefined;
}

/** Items of the chosen states and actor. */
export const chosenOf = (items: readonly AgendaNode[], { state, actor }: Wanted): readonly AgendaNode[] => {
  const states = listOf(state);
  return items.filter(
    ({ summary, actors }) =>
      (states.length === 0 || states.includes(summary.state)) &&
      (actor === undefined || actors.some(({ id }) => id === actor)),
  );
};
