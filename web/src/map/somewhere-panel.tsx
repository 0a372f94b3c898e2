import { Link } from '@tanstack/react-router';
import type { PlaceCount, PlaceCounts } from '../api/schema.ts';
import { Panel } from '../ui/panel.tsx';
import { plural } from '../ui/plural.ts';
import { Empty } from '../ui/shown.tsx';
import { precisionText, type Where } from './where.ts';

const PlaceLink = ({ place: { id, name } }: { readonly place: PlaceCount }) => (
  <Link to="." search={(before) => ({ ...before, place: id, row: undefined })} resetScroll={false}>
    {name}
  </Link>
);

const Places = ({ places }: { readonly places: readonly PlaceCount[] }) => (
  <ul className="known">
    {places.map((place) => (
      <li key={place.id}>
        <PlaceLink place={place} />{' '}
        <span className="faint">
          {plural(place.records, 'event')} · {precisionText(place)}
        </span>
      </li>
    ))}
  </ul>
);

interface SomewherePanelProps {
  readonly where: Where;
  readonly counts: PlaceCounts;
  readonly nameOf: (country: string) => string;
}

/** What is not known exactly enough for a point: somewhere in a country, at sea, not found, or without a place. */
export const SomewherePanel = ({ where: { somewhere, nowhere }, counts, nameOf }: SomewherePanelProps) => (
  <Panel title="Not known to the town" className="somewhere-list">
    {somewhere.length + nowhere.length === 0 && <Empty>Every place that events name is a town.</Empty>}
    {somewhere.map(({ country, places }) => (
      <section key={country}>
        <h3>Somewhere in {nameOf(country)}</h3>
        <Places places={places} />
      </section>
    ))}
    {nowhere.length > 0 && (
      <section>
        <h3>Seas, regions of several countries, and unknown places</h3>
        <Places places={nowhere} />
      </section>
    )}
    {counts.unplaced > 0 && (
      <p className="faint without">
        {plural(counts.unplaced, 'event')} {counts.unplaced === 1 ? 'names' : 'name'} no place.
      </p>
    )}
  </Panel>
);
