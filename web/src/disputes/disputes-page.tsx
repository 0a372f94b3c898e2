import { useSearch } from '@tanstack/react-router';
import { usePages } from '../api/use-api.ts';
import { MoreButton } from '../ui/more-button.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { DisputeList } from './dispute-list.tsx';

/** Claims with what denies or contradicts them. */
export const DisputesPage = () => {
  const { actor } = useSearch({ from: '/disputes' });
  const query = usePages('/disputes', { actor, limit: '30' });
  return (
    <>
      <PageHead title="Disputes" />
      <Shown query={query} what="disputes">
        {({ pages }) => {
          const nodes = pages.flatMap(({ items }) => items);
          return nodes.length === 0 ? (
            <Empty>Nobody denies or contradicts anything at this moment.</Empty>
          ) : (
            <DisputeList nodes={nodes} level={2} />
          );
        }}
      </Shown>
      <MoreButton query={query} />
    </>
  );
};
