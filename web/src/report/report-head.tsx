import type { ReportDetail } from '../api/schema.ts';
import { dayText, momentText } from '../ui/dates.ts';
import { plural } from '../ui/plural.ts';
import { SituationLink } from '../ui/situation-link.tsx';

/** Only addresses of the web lead anywhere: a report may name others. */
const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url);

/** Who printed the report, when, and what it comes from. */
export const ReportHead = ({ report }: { readonly report: ReportDetail }) => {
  const { byline } = report.readout.document;
  const situation = report.members.find(({ kind }) => kind === 'situation');
  const parts = [
    ...byline,
    report.agency,
    report.publisher,
    dayText(report.published),
    plural(report.words, 'word'),
    `taken in ${momentText(report.added)}`,
  ];
  return (
    <div className="report-head">
      <p className="faint">
        {parts.filter((part) => part !== null).join(' · ')}
        {situation !== undefined && (
          <>
            {' · in the situation '}
            <SituationLink id={situation.node} />
          </>
        )}
      </p>
      {report.url !== null && (
        <p className="faint address">
          {isWebAddress(report.url) ? (
            <a href={report.url} rel="noreferrer noopener" target="_blank">
              {report.url}
            </a>
          ) : (
            report.url
          )}
        </p>
      )}
      {report.readout.warnings.length > 0 && (
        <ul className="warnings">
          {report.readout.warnings.map(({ code, message }) => (
            <li key={`${code} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
};
