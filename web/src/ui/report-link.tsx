import { Link } from '@tanstack/react-router';
import type { ReportName } from '../api/schema.ts';
import { dayText } from './dates.ts';

/** Where a record stands: publisher and day, and a link to the very words. */
export const ReportLink = ({ report, row }: { readonly report: ReportName; readonly row?: string }) => (
  <Link to="/reports/$id" params={{ id: report.id }} search={row === undefined ? {} : { row }} className="report-link">
    {report.publisher ?? 'no publisher named'}, <span className="nobreak">{dayText(report.published)}</span>
  </Link>
);
