import { canonicalUrl, familyOf } from '../intake/index.ts';
import { documentId } from '../text/index.ts';

/** What tells a report from others. */
interface Identified {
  readonly document: { readonly id: string; readonly url: string | null; readonly publisher: string | null };
}

/**
 * What a report is called in the ledger: its text and where it stands. The same page read again is the same report; one wire
 * story in two papers is two.
 */
export const reportId = ({ document }: Identified): string => {
  const where = document.url === null ? familyOf(document) : (canonicalUrl(document.url) ?? document.url);
  return where === null ? document.id : documentId(`${document.id}|${where}`);
};
