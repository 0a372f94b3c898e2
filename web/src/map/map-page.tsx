import { useMemo } from 'react';
import type { PlaceCounts } from '../api/schema.ts';
import { FilterBar } from '../records/filter-bar.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Empty, Failed, Loading, Shown } from '../ui/shown.tsx';
import { Legend } from './legend.tsx';
import { MapView } from './map-view.tsx';
import { PlaceEvents } from './place-events.tsx';
import { PlaceTable } from './place-table.tsx';
import { SomewherePanel } from './somewhere-panel.tsx';
import { useOutlines } from './use-outlines.ts';
import { useMapSearch, usePlaces } from './use-places.ts';
import { whereOf } from './where.ts';

const Places = ({ counts }: { readonly counts: PlaceCounts }) => {
  const { chosen } = useMapSearch();
  const { error, coarse, fine } = useOutlines();
  const where = useMemo(() => whereOf(counts.places), [counts]);
  const names = useMemo(() => new Map((fine ?? coarse ?? []).map(({ code, name }) => [code, name])), [coarse, fine]);
  const nameOf = (country: string): string => names.get(country) ?? country;
  return (
    <>
      <div className="mapping">
        <div className="stack">
          {error !== null && <Failed error={error} />}
          {error === null && coarse === undefined && <Loading what="the map" />}
          {coarse !== undefined && <MapView where={where} coarse={coarse} fine={fine} chosen={chosen} />}
          <Legend />
        </div>
        <div className="stack">
          {chosen.length > 0 && <PlaceEvents places={counts.places} />}
          <SomewherePanel where={where} counts={counts} nameOf={nameOf} />
        </div>
      </div>
      <PlaceTable counts={counts} nameOf={nameOf} />
    </>
  );
};

/** Events by place, as exactly as it is known where they are. */
export const MapPage = () => {
  const query = usePlaces();
  return (
    <>
      <PageHead title="Map" />
      <FilterBar kind="events" />
      <Shown query={query} what="places">
        {({ item }) =>
          item.placed + item.unplaced === 0 ? (
            <Empty>No events match. Take a filter away, or choose a later moment.</Empty>
          ) : (
            <Places counts={item} />
          )
        }
      </Shown>
    </>
  );
};
