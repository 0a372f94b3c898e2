import { Link } from '@tanstack/react-router';
import type { ActorNode } from '../api/schema.ts';
import { dayText } from '../ui/dates.ts';
import { plural } from '../ui/plural.ts';

type Dated = ActorNode['summary']['names'][number];

const since = ({ first, last }: Dated): string => {
  if (first === null) return 'undated';
  return last === null || last === first ? dayText(first) : `${dayText(first)} – ${dayText(last)}`;
};

/** Values that reports give an actor, with when they do and a report that does. */
export const KnownAs = ({ title, values }: { readonly title: string; readonly values: readonly Dated[] }) =>
  values.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul className="known">
        {values.map((dated) => (
          <li key={dated.value}>
            <b>{dated.value}</b>{' '}
            <span className="faint">
              {since(dated)} · {plural(dated.reports, 'report')} ·{' '}
              <Link to="/reports/$id" params={{ id: dated.from.document }}>
                words<span className="unseen"> of {dated.value}</span>
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
