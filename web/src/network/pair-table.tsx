import { Link } from '@tanstack/react-router';
import type { Network } from '../api/schema.ts';
import { ActorLinks } from '../ui/actor-links.tsx';
import { plural } from '../ui/plural.ts';
import { courseOf, recordsOf, type Link as Tie, tiesText } from './ties.ts';
import { useNetworkSearch } from './use-network.ts';

const courses = { against: '▸ against', towards: '◂ towards', mixed: 'both', tells: '· tells' } as const;

interface PairRowProps {
  readonly tie: Tie;
  readonly nameOf: (id: string) => string;
}

const Rows = ({ tie, nameOf, kind }: PairRowProps & { readonly kind: 'event' | 'statement' }) => {
  const { filters } = useNetworkSearch();
  const records = recordsOf(tie, kind);
  if (records === 0) return <>0</>;
  return (
    <>
      <Link
        to={kind === 'event' ? '/events' : '/statements'}
        search={{ ...filters, dyad: `${tie.source},${tie.target}` }}
      >
        {records}
        <span className="unseen">
          {' '}
          of {nameOf(tie.source)} and {nameOf(tie.target)}
        </span>
      </Link>{' '}
      <span className="faint">{tiesText(tie, kind)}</span>
    </>
  );
};

const PairRow = ({ tie, nameOf }: PairRowProps) => (
  <tr>
    <th scope="row">
      <ActorLinks actors={[{ id: tie.source, name: nameOf(tie.source) }]} />
    </th>
    <td>
      <ActorLinks actors={[{ id: tie.target, name: nameOf(tie.target) }]} />
    </td>
    <td>{courses[courseOf(tie)]}</td>
    <td>
      <Rows tie={tie} nameOf={nameOf} kind="event" />
    </td>
    <td>
      <Rows tie={tie} nameOf={nameOf} kind="statement" />
    </td>
  </tr>
);

/** The table behind the network, and how it was counted. */
export const PairTable = ({ network: { actors, links, all } }: { readonly network: Network }) => {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return (
    <details className="behind">
      <summary>As a table, and how this was counted</summary>
      <p className="faint">
        An act links each of those who act with each of those acted on; words link who speaks with each actor they name.
        Each row counts once for every report that has it; rejected rows do not count, and nobody is linked with
        themselves. In all {plural(all.actors, 'actor')}, {plural(all.links, 'pair')} and {plural(all.records, 'row')}.
        The {actors.length} actors with most rows are shown, and the {links.length} pairs among them. A pair goes
        against or towards if two thirds of what does either does so.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="scroll" tabIndex={0} aria-label="Pairs of actors, as a table">
        <table>
          <thead>
            <tr>
              {['Who', 'Whom', 'Goes', 'Acts', 'Words'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {links.map((tie) => (
              <PairRow key={`${tie.source} ${tie.target}`} tie={tie} nameOf={(id) => names.get(id) ?? id} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
};
