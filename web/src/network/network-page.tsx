import { Link } from '@tanstack/react-router';
import { FilterBar } from '../records/filter-bar.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { NetworkControls, NetworkLegend } from './network-controls.tsx';
import { NetworkView } from './network-view.tsx';
import { PairPanel } from './pair-panel.tsx';
import { PairTable } from './pair-table.tsx';
import { useNetwork, useNetworkSearch } from './use-network.ts';

/** Who acts on whom and who speaks about whom. */
export const NetworkPage = () => {
  const query = useNetwork();
  const { pair, ties } = useNetworkSearch();
  return (
    <>
      <PageHead title="Network of actors">
        <Link to="/actors">as a list</Link>
      </PageHead>
      <FilterBar kind={ties === 'statement' ? 'statements' : 'events'} />
      <NetworkControls />
      <Shown query={query} what="who acts on whom">
        {({ item }) =>
          item.links.length === 0 ? (
            <Empty>Nobody acts on or speaks about anybody here. Take a filter away, or choose a later moment.</Empty>
          ) : (
            <>
              <div className={pair === null ? 'stack mapped' : 'mapping'}>
                <div className="stack">
                  <NetworkView network={item} />
                  <NetworkLegend network={item} />
                </div>
                <PairPanel actors={item.actors} />
              </div>
              <PairTable network={item} />
            </>
          )
        }
      </Shown>
    </>
  );
};
