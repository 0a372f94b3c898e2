import { Link } from '@tanstack/react-router';
import type { ActorNode, ActorTelling } from '../api/schema.ts';
import { dayText } from '../ui/dates.ts';
import { plural } from '../ui/plural.ts';

type Dated = ActorNode['summary']['names'][number];

const since = ({ first, last }: Dated): string => {
  if (first === null) return 'undated';
  return last === null || last === first ? dayText(first) : `${dayText(first)} – ${dayText(last)}`;
};

/** Whose words a value rests on, the newest first. */
const Words = ({ value, tellings }: { readonly value: string; readonly tellings: readonly ActorTelling[] }) => (
  <details className="behind">
    <summary>
      according to{' '}
      {[...new Set(tellings.map(({ report }) => report.publisher ?? 'a report that names no publisher'))].join(', ')}
      <span className="unseen">: {value}</span>
    </summary>
    <ul className="according">
      {tellings.map(({ document, record, report, evidence }) => (
        <li key={`${document} ${record}`}>
          {evidence !== null && <q className="quote">{evidence.text}</q>}{' '}
          <Link to="/reports/$id" params={{ id: document }}>
            {report.publisher ?? 'no publisher named'}, {dayText(report.published)}
          </Link>
        </li>
      ))}
    </ul>
  </details>
);

interface KnownAsProps {
  readonly title: string;
  readonly values: readonly Dated[];
  readonly tellings: readonly ActorTelling[];
  /** The field of a telling that gives such a value. */
  readonly field: 'name' | 'role' | 'affiliation' | 'code';
}

/** Values that reports give an actor: since when, according to whom, in which words. */
export const KnownAs = ({ title, values, tellings, field }: KnownAsProps) =>
  values.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul className="known">
        {values.map((dated) => {
          const own = tellings.filter((telling) => telling[field] === dated.value);
          return (
            <li key={dated.value}>
              <b>{dated.value}</b>{' '}
              <span className="faint">
                {since(dated)} · {plural(dated.reports, 'report')}
              </span>
              {own.length > 0 && <Words value={dated.value} tellings={own} />}
            </li>
          );
        })}
      </ul>
    </>
  );
