import type { Gathered } from './node.ts';
import type { Report } from './report.ts';

/** So many reports and origins are kept one by one, the latest: copies of a report come soon after it. */
const LISTED = 32;
/** So many publishers are told apart; where there are more, their number is no longer counted on. */
const PUBLISHERS = 400;

const union = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])];

/** What one report is for whatever it tells of. */
export const gatheredFrom = ({ id, arrival: { publisher, origin } }: Report): Gathered => ({
  documents: [id],
  publishers: publisher === null ? [] : [publisher],
  origins: [origin],
  counts: { reports: 1, publishers: publisher === null ? 0 : 1, origins: 1 },
});

/**
 * Both in one, each report, publisher and origin counted once, as far as it is listed. Where origins are no longer all listed, a copy of
 * a report that is not listed is taken for one of an origin that was counted with its first report.
 */
export const joinGathered = (one: Gathered, other: Gathered): Gathered => {
  const isWhole = one.counts.origins <= one.origins.length;
  const sameReports = other.documents.filter((each) => one.documents.includes(each)).length;
  const sameOrigins = other.origins.filter(
    (each) => one.origins.includes(each) || (!isWhole && !other.documents.includes(each)),
  ).length;
  const publishers = union(one.publishers, other.publishers).slice(0, PUBLISHERS);
  return {
    documents: union(one.documents, other.documents).slice(-LISTED),
    publishers,
    origins: union(one.origins, other.origins).slice(-LISTED),
    counts: {
      reports: one.counts.reports + other.counts.reports - sameReports,
      publishers: publishers.length,
      origins: one.counts.origins + other.counts.origins - sameOrigins,
    },
  };
};

/** What is left where one report no longer tells it. Its publisher and origin may have told it elsewhere too: they are no more than the reports. */
export const withoutReport = <T extends Gathered>(gathered: T, document: string): T => {
  const reports = Math.max(0, gathered.counts.reports - 1);
  const { publishers, origins } = gathered.counts;
  return {
    ...gathered,
    documents: gathered.documents.filter((each) => each !== document),
    counts: { reports, publishers: Math.min(publishers, reports), origins: Math.min(origins, reports) },
  };
};
