import { useSearch } from '@tanstack/react-router';
import { useApi } from '../api/use-api.ts';
import { filtersIn, listOf } from '../records/filters.ts';
import { useNarrow } from '../ui/use-screen.ts';

/** How many actors a network can show, and shows unless told: on a phone no more than can be told apart. */
export const SHOWN = { least: 5, most: 200, usual: 40, narrow: 15 } as const;

/** Links that are shown: what is done, what is said, or both. */
export const tieKinds = { both: 'acts and words', event: 'acts', statement: 'words' } as const;
export type TieKind = keyof typeof tieKinds;

interface NetworkFields {
  readonly ties?: string | undefined;
  readonly actors?: string | undefined;
  readonly pair?: string | undefined;
}

/** What the network is asked to show, as the address says. */
export const useNetworkSearch = () => {
  const search: NetworkFields = useSearch({ strict: false });
  const { ties, actors, pair } = search;
  const usual = useNarrow() ? SHOWN.narrow : SHOWN.usual;
  const wanted = Number(actors ?? usual);
  const [source, target] = listOf(pair);
  return {
    filters: filtersIn(search as Readonly<Record<string, unknown>>),
    ties: (ties === 'event' || ties === 'statement' ? ties : 'both') as TieKind,
    most: Number.isInteger(wanted) ? Math.min(SHOWN.most, Math.max(SHOWN.least, wanted)) : usual,
    pair: source === undefined || target === undefined ? null : { source, target },
  };
};

/** Who acts on whom and speaks about whom, among so many actors. */
export const useNetwork = () => {
  const { filters, ties, most } = useNetworkSearch();
  return useApi('/network', { ...filters, actors: String(most), kind: ties === 'both' ? undefined : ties });
};
