import { type Fetcher, findLinks } from '../intake/index.ts';
import type { Ledger } from './ledger.ts';

/** What looking through a list finds: a report that is new, one that is known, or why a list could not be read. */
export type Looked =
  | { readonly kind: 'new' | 'known'; readonly url: string }
  | { readonly kind: 'failure'; readonly name: string; readonly code: string; readonly message: string };

/** Looks through a feed, a sitemap or a list of them. `isAsked`: what was asked for lately, taken or not. Never throws. */
export type LookForNew = (list: string, isAsked: (url: string) => boolean) => AsyncIterable<Looked>;

/** What a look works with. */
export interface LookParts {
  readonly fetcher: () => Promise<Pick<Fetcher, 'fetchReport'>>;
  readonly ledger: Pick<Ledger, 'reports'>;
}

/** So many links of a list are looked up, the newest first: a sitemap may name 50,000 that have long been read. */
const MOST = 1000;

/** A look that opens lists with a fetcher, and takes for known what the ledger has from that address. */
export const lookWith = ({ fetcher, ledger }: LookParts): LookForNew =>
  async function* (list, isAsked) {
    const open = async (source: string) => {
      const report = await (await fetcher()).fetchReport(source);
      return { ...report, name: source, address: report.finalUrl };
    };
    let links = 0;
    for await (const found of findLinks([list], open)) {
      if (found.kind === 'failure') {
        yield { kind: 'failure', name: found.name, code: found.error.code, message: found.error.message };
        continue;
      }
      const { url } = found.link;
      const isKnown = isAsked(url) || (await ledger.reports({ filter: { url }, limit: 1 })).items.length > 0;
      yield { kind: isKnown ? 'known' : 'new', url };
      links += 1;
      if (links >= MOST) return;
    }
  };
