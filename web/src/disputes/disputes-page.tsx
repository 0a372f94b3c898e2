import { useSearch } from '@tanstack/react-router';
import { usePages } from '../api/use-api.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { DisputeFilters } from './dispute-filters.tsx';
import { DisputeList } from './dispute-list.tsx';

/** Claims with what denies or contradicts them. */
export const DisputesPage = () => {
  const { actor, situation, reports, review } = useSearch({ from: '/disputes' });
  const query = usePages('/disputes', { actor, situation, reports, review, limit: '30' });
  const nodes = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const isNarrowed = [actor, situation, reports, review].some((value) => value !== undefined);
  return (
    <>
      <PageHead title="Disputes" />
      <DisputeFilters search={{ actor, situation, reports, review }} nodes={nodes} />
      <Shown query={query} what="disputes">
        {() =>
          nodes.length === 0 ? (
            <Empty>
              {isNarrowed
                ? 'No disputes match. Take a filter away, or choose a later moment.'
                : 'Nobody denies or contradicts anything at this moment.'}
            </Empty>
          ) : (
            <DisputeList nodes={nodes} level={2} />
          )
        }
      </Shown>
      <MoreButton query={query} />
    </>
  );
};
