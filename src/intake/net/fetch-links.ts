import type { ReadoutError } from '../error.ts';
import { toReadoutError } from '../report-item.ts';
import type { FetchedReport, Fetcher } from './fetcher.ts';
import type { FoundLink, Link } from './find-links.ts';

/** What became of a link, or of a list that could not be read (`link` is null). */
export type FetchedLink =
  | { readonly kind: 'fetched'; readonly link: Link; readonly report: FetchedReport }
  | { readonly kind: 'failure'; readonly link: Link | null; readonly name: string; readonly error: ReadoutError };

/** So many reports are under way at a time; at one host the fetcher lets them follow each other. */
const AT_ONCE = 6;

const fetchLink = async (fetcher: Pick<Fetcher, 'fetchReport'>, link: Link): Promise<FetchedLink> => {
  try {
    return { kind: 'fetched', link, report: await fetcher.fetchReport(link.url) };
  } catch (error) {
    return { kind: 'failure', link, name: link.url, error: toReadoutError(link.url, error) };
  }
};

/** Fetches what links lead to, several hosts at a time; results come in the order of the links. */
export async function* fetchLinks(
  fetcher: Pick<Fetcher, 'fetchReport'>,
  links: AsyncIterable<FoundLink>,
): AsyncGenerator<FetchedLink> {
  const underWay: Promise<FetchedLink>[] = [];
  for await (const found of links) {
    underWay.push(found.kind === 'link' ? fetchLink(fetcher, found.link) : Promise.resolve({ ...found, link: null }));
    const first = underWay.length >= AT_ONCE ? underWay.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const one of underWay) yield await one;
}

/** The HTTP status behind an error that means a page is gone for good; null for any other. */
export const goneStatus = ({ code, data }: ReadoutError): number | null =>
  code === 'fetch-status' && (data.status === 404 || data.status === 410) ? data.status : null;
