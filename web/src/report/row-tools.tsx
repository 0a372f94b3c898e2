import { Link } from '@tanstack/react-router';
import type { RecordItem } from '../api/record.ts';
import { useAsOf } from '../api/use-api.ts';
import { ActorTools } from '../correct/actor-tools.tsx';
import { Decisions } from '../correct/decisions.tsx';
import { History } from '../correct/history.tsx';
import { RecordTools } from '../correct/record-tools.tsx';
import type { Deciding } from '../correct/use-correct.ts';
import type { Found } from '../correct/values.ts';
import { TellingsLink } from '../records/tellings-link.tsx';
import { DecisionForm } from './decision-form.tsx';

const names: readonly (readonly [Deciding, string])[] = [
  ['accept', 'Accept'],
  ['reject', 'Reject'],
  ['edit', 'Edit'],
];

interface RowToolsProps {
  readonly item: RecordItem;
  readonly found: Found;
  readonly deciding: Deciding | null;
  readonly decide: (what: Deciding | null) => void;
}

/** Who takes part in a row, each to be merged with another or split. */
const Parties = ({ item }: { readonly item: RecordItem }) => {
  const all = item.kind === 'statement' ? item.speakers : [...item.actors, ...item.recipients];
  const parties = all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index);
  if (parties.length === 0) return null;
  return (
    <details className="behind">
      <summary>Who is who</summary>
      <ul className="decisions">
        {parties.map((actor) => (
          <li key={actor.id}>
            <Link to="/actors/$id" params={{ id: actor.id }}>
              {actor.name}
            </Link>
            <ActorTools actor={actor} />
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What other reports tell of it: whether they mean the same, and whether this one does. */
const Across = ({ item }: { readonly item: RecordItem }) => (
  <div className="buttons across">
    <span className="faint">
      In other reports: <TellingsLink item={item} />
    </span>
    <RecordTools item={item} isOne />
  </div>
);

/** Accept, reject, edit; and what was decided before. The past is not decided on; what had been decided by then is told. */
export const RowTools = ({ item, found, deciding, decide }: RowToolsProps) => {
  const asOf = useAsOf();
  if (asOf !== undefined)
    return (
      <>
        <p className="faint">This is the past: go back to now to correct it.</p>
        {item.review !== 'none' && <Decisions item={item} />}
        <History item={item} />
      </>
    );
  return (
    <div className="row-tools">
      <div className="buttons">
        {names.map(([what, name]) => (
          <button
            key={what}
            type="button"
            aria-expanded={deciding === what}
            onClick={() => decide(deciding === what ? null : what)}
          >
            {name}
          </button>
        ))}
      </div>
      {deciding !== null && (
        <DecisionForm key={deciding} item={item} found={found} deciding={deciding} done={() => decide(null)} />
      )}
      {item.review !== 'none' && <Decisions item={item} />}
      <Across item={item} />
      <Parties item={item} />
      <History item={item} />
    </div>
  );
};
