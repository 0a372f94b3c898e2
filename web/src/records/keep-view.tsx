import { Link } from '@tanstack/react-router';
import { useFilters } from './use-filters.ts';

/** Leads to where the view of a table is kept as a watchlist, with its filter. */
export const KeepView = ({ kind }: { readonly kind: 'statements' | 'events' }) => {
  const { row: _, ...filters } = useFilters().filters;
  return (
    <Link to="/settings" search={{ ...filters, part: 'alerts', kind }}>
      Keep as a watchlist
    </Link>
  );
};
