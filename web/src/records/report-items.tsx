import { Link } from '@tanstack/react-router';
import type { ReportItem } from '../api/schema.ts';
import { dayText } from '../ui/dates.ts';
import { plural } from '../ui/plural.ts';

const placeOf = ({ publisher, agency, published, words }: ReportItem): string =>
  [publisher, agency, dayText(published), plural(words, 'word')].filter((part) => part !== null).join(' · ');

/** Reports by their headlines; a copy of another report says so. */
export const ReportItems = ({ reports }: { readonly reports: readonly ReportItem[] }) => (
  <ol className="items reports">
    {reports.map((report) => (
      <li key={report.id} className="item">
        <Link to="/reports/$id" params={{ id: report.id }}>
          {report.title ?? report.name}
        </Link>
        <p className="faint">
          {placeOf(report)}
          {report.origin !== report.id && (
            <>
              {' · '}
              <Link to="/reports/$id" params={{ id: report.origin }}>
                copy of another
              </Link>
            </>
          )}
        </p>
      </li>
    ))}
  </ol>
);
