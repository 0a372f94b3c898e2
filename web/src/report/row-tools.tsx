import { Link } from '@tanstack/react-router';
import type { RecordItem } from '../api/record.ts';
import { useAsOf } from '../api/use-api.ts';
import { DecisionForm } from './decision-form.tsx';
import { Decisions } from './decisions.tsx';
import type { Deciding } from './use-correct.ts';

const names: readonly (readonly [Deciding, string])[] = [
  ['accept', 'Accept'],
  ['reject', 'Reject'],
  ['edit', 'Edit'],
];

interface RowToolsProps {
  readonly item: RecordItem;
  readonly deciding: Deciding | null;
  readonly decide: (what: Deciding | null) => void;
}

/** Accept, reject, edit; and what was decided before. The past is not decided on. */
export const RowTools = ({ item, deciding, decide }: RowToolsProps) => {
  const asOf = useAsOf();
  if (asOf !== undefined) return <p className="faint">This is the past: go back to now to correct it.</p>;
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
        {item.counts.reports > 1 && (
          <Link to={item.kind === 'event' ? '/events' : '/statements'} search={{ node: item.node }}>
            all {item.counts.reports} tellings
          </Link>
        )}
      </div>
      {deciding !== null && <DecisionForm key={deciding} item={item} deciding={deciding} done={() => decide(null)} />}
      {item.review !== 'none' && <Decisions item={item} />}
    </div>
  );
};
