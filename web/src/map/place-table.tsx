import { Link } from '@tanstack/react-router';
import type { PlaceCounts } from '../api/schema.ts';
import { plural } from '../ui/plural.ts';
import { useMapSearch } from './use-places.ts';
import { precisionText, talliesText } from './where.ts';

interface PlaceTableProps {
  readonly counts: PlaceCounts;
  readonly nameOf: (country: string) => string;
}

/** The table behind the map, and how it was counted. */
export const PlaceTable = ({ counts: { places, countries, placed }, nameOf }: PlaceTableProps) => {
  const { filters } = useMapSearch();
  const all = countries.reduce((sum, country) => sum + country.places, 0);
  return (
    <details className="behind">
      <summary>As a table, and how this was counted</summary>
      <p className="faint">
        Each event counts once for every report that tells it, where its sentence or report says it is; rejected rows do
        not count. A mark stands only where a town was found. Of what is known to be somewhere in a country or region no
        point is drawn: the country is shaded, with a count. {plural(placed, 'event')} at {plural(all, 'place')}
        {all > places.length && `; the ${places.length} with most events are listed and drawn`}.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="scroll" tabIndex={0} aria-label="Places, as a table">
        <table>
          <thead>
            <tr>
              {['Place', 'Country', 'Known as', 'Events', 'Of them'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={place.id}>
                <th scope="row">{place.name}</th>
                <td>{place.country === null ? '—' : nameOf(place.country)}</td>
                <td>{precisionText(place)}</td>
                <td>
                  <Link to="/events" search={{ ...filters, place: place.id }}>
                    {place.records}
                    <span className="unseen"> in {place.name}</span>
                  </Link>
                </td>
                <td>{talliesText(place)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
};
