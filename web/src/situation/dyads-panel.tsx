import { Link } from '@tanstack/react-router';
import type { ActorName, Dyad, Network } from '../api/schema.ts';
import { useApi } from '../api/use-api.ts';
import { ActorLinks } from '../ui/actor-links.tsx';
import { Panel } from '../ui/panel.tsx';
import { Empty, Shown } from '../ui/shown.tsx';
import { useNarrow } from '../ui/use-screen.ts';
import { type Matrix, matrixOf } from './matrix.ts';

const MOST = 8;
/** As many as stand beside each other on a phone. */
const MOST_NARROW = 6;

/** One of four shades; a number stands in each cell too. */
const shadeOf = (records: number, most: number): number => Math.ceil((records / most) * 4);

const Cell = ({
  row,
  column,
  matrix,
}: {
  readonly row: ActorName;
  readonly column: ActorName;
  readonly matrix: Matrix;
}) => {
  const records = matrix.at(row, column);
  if (records === 0) return <td className="none" />;
  return (
    <td className={`shade-${shadeOf(records, matrix.most)}`}>
      <Link
        to="/events"
        search={{ dyad: `${row.id},${column.id}` }}
        aria-label={`${records}: ${row.name} → ${column.name}`}
      >
        {records}
      </Link>
    </td>
  );
};

const MatrixTable = ({ matrix }: { readonly matrix: Matrix }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  <section className="scroll" tabIndex={0} aria-label="Who acts on whom, as a matrix">
    <table className="matrix">
      <thead>
        <tr>
          <td className="faint">who ↓ to whom →</td>
          {matrix.columns.map((column) => (
            <th key={column.id} scope="col">
              <ActorLinks actors={[column]} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <ActorLinks actors={[row]} />
            </th>
            {matrix.columns.map((column) => (
              <Cell key={column.id} row={row} column={column} matrix={matrix} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** The links of a network as pairs with names. */
const dyadsOf = ({ actors, links }: Network): readonly Dyad[] => {
  const names = new Map(actors.map(({ id, name }) => [id, { id, name }]));
  return links.flatMap(({ source, target, records }) => {
    const [actor, recipient] = [names.get(source), names.get(target)];
    return actor === undefined || recipient === undefined ? [] : [{ actor, recipient, records }];
  });
};

/** Who acts on whom how often. */
export const DyadsPanel = () => {
  // Counted on the server for these actors: a list of the commonest pairs would leave rare ones out of their sums.
  const query = useApi('/network', { kind: 'event', actors: String(MOST * 2) });
  const most = useNarrow() ? MOST_NARROW : MOST;
  return (
    <Panel
      title="Who to whom"
      className="wide"
      note={
        <span className="faint">
          events; the busiest {most} of each · <Link to="/actors/network">as a network</Link>
        </span>
      }
    >
      <Shown query={query} what="who acts on whom">
        {({ item }) =>
          item.links.length === 0 ? (
            <Empty>No event has both somebody who acts and somebody acted on.</Empty>
          ) : (
            <MatrixTable matrix={matrixOf(dyadsOf(item), most)} />
          )
        }
      </Shown>
    </Panel>
  );
};
