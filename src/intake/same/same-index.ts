import type { Document } from '../../text/index.ts';
import { canonicalUrl } from './canonical-url.ts';
import { familyOf } from './family.ts';
import { containment, type Shingles, shinglesOf } from './shingles.ts';

/** How a report repeats another: word for word; under another headline; shortened, or with more around it; with small changes. */
export type Likeness = 'verbatim' | 're-headlined' | 'cut' | 'near';

/** Where a report comes from, as far as the reports before it tell. */
export interface Origin {
  /** The first report of the line that this one belongs to; its own id where it begins one. */
  readonly id: string;
  /** `copy`: an earlier report has the same text; `wire`: it credits an agency; `own`: neither. */
  readonly kind: 'own' | 'wire' | 'copy';
  /** The earlier report that it is most like; null where none is. */
  readonly of: string | null;
  readonly likeness: Likeness | null;
  /** Whether both stand at one address, so that it is the same page again. */
  readonly isSamePage: boolean;
  /** The agency that it credits. */
  readonly agency: string | null;
  /** The house that published it. */
  readonly family: string | null;
  /** Share of this report's words (quotations aside) that stand in the other, and the reverse; 0 to 1. */
  readonly here: number;
  readonly there: number;
}

interface Known {
  readonly id: string;
  readonly origin: string;
  readonly title: string;
  readonly url: string | null;
  readonly shingles: Shingles;
}

/** Shares at which texts count as the same, as one inside the other, and as near; measured in docs/decisions/0013. */
const SAME = 0.85;
const INSIDE = 0.7;
const NEAR = 0.4;
/** So much must be left of a page for it to be the same report when it is read again. */
const CHANGED = 0.2;
/** Runs that must be told, not quoted, for a share of them to mean something; below, quotations count too, and all must agree. */
const FEW = 20;
/** Earlier reports that one fingerprint leads to: more have the same phrase, not the same report. */
const MOST = 32;

const folded = (title: string | null): string =>
  (title ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A report as it is compared with earlier ones. */
type Incoming = Pick<Known, 'title' | 'url' | 'shingles'>;

interface Match {
  readonly known: Known;
  readonly here: number;
  readonly there: number;
}

const compare = (own: Shingles, known: Known): Match => {
  const other = known.shingles;
  const isBrief = Math.min(own.told.length, other.told.length) < FEW;
  const [a, b] = isBrief ? [own.all, other.all] : [own.told, other.told];
  return { known, here: containment(a, other.all), there: containment(b, own.all) };
};

/** The front page of a paper is no report: pages that give it as their address have nothing in common. */
const isSamePage = (own: Incoming, known: Known): boolean =>
  own.url !== null && own.url === known.url && URL.parse(own.url)?.pathname !== '/';

const likenessOf = ({ known, here, there }: Match, own: Incoming): Likeness | null => {
  const [less, more] = here < there ? [here, there] : [there, here];
  const isSameText = own.shingles.whole === known.shingles.whole;
  if (less >= SAME || isSameText) return known.title === own.title ? 'verbatim' : 're-headlined';
  const sizes = [own.shingles, known.shingles];
  if (sizes.some(({ told }) => told.length < FEW))
    return more >= SAME && sizes.every(({ all }) => all.length >= FEW) ? 'cut' : null;
  if (more >= INSIDE) return 'cut';
  return more >= NEAR || (isSamePage(own, known) && more >= CHANGED) ? 'near' : null;
};

/**
 * Reports in the order in which they came, to tell of each which earlier one it repeats. The same reports in the same order
 * give the same answers. Texts are compared by runs of four words that are looked up by a winnowed sample of them.
 */
export class SameIndex {
  readonly #known: Known[] = [];
  readonly #byFingerprint = new Map<number, number[]>();
  readonly #byUrl = new Map<string, number>();
  readonly #byText = new Map<string, number>();

  /** Where a report comes from; later reports are compared with it too. `id` is what it is called in answers. */
  add(id: string, document: Document): Origin {
    const own: Incoming = {
      title: folded(document.title),
      url: document.url === null ? null : canonicalUrl(document.url),
      shingles: shinglesOf(document),
    };
    const found = this.#best(own);
    const origin = found?.known.origin ?? id;
    this.#remember({ id, origin, ...own });
    return {
      id: origin,
      kind: found !== null ? 'copy' : document.agency === null ? 'own' : 'wire',
      of: found?.known.id ?? null,
      likeness: found?.likeness ?? null,
      isSamePage: found !== null && isSamePage(own, found.known),
      agency: document.agency,
      family: familyOf(document),
      here: found?.here ?? 0,
      there: found?.there ?? 0,
    };
  }

  #remember(known: Known): void {
    const number = this.#known.push(known) - 1;
    if (known.url !== null) this.#byUrl.set(known.url, this.#byUrl.get(known.url) ?? number);
    this.#byText.set(known.shingles.whole, this.#byText.get(known.shingles.whole) ?? number);
    for (const fingerprint of known.shingles.fingerprints) {
      const numbers = this.#byFingerprint.get(fingerprint);
      if (numbers === undefined) this.#byFingerprint.set(fingerprint, [number]);
      else if (numbers.length < MOST) numbers.push(number);
    }
  }

  /** Earlier reports that share enough of the sample to be worth comparing, with the first of the same words and the first at the same address. */
  #candidates({ shingles: { fingerprints, whole }, url }: Incoming): readonly Known[] {
    const shared = new Map<number, number>();
    for (const fingerprint of fingerprints)
      for (const number of this.#byFingerprint.get(fingerprint) ?? [])
        shared.set(number, (shared.get(number) ?? 0) + 1);
    const alike = [...shared].filter(([number, count]) => {
      const size = this.#known[number]?.shingles.fingerprints.length ?? 0;
      return count * 4 >= Math.min(fingerprints.length, size);
    });
    const same = [this.#byText.get(whole), this.#byUrl.get(url ?? '')].filter((number) => number !== undefined);
    const numbers = new Set([...alike.map(([number]) => number), ...same]);
    return [...numbers].sort((a, b) => a - b).flatMap((number) => this.#known[number] ?? []);
  }

  #best(own: Incoming): (Match & { readonly likeness: Likeness }) | null {
    if (own.shingles.isEmpty) return null;
    let best: (Match & { readonly likeness: Likeness }) | null = null;
    for (const known of this.#candidates(own)) {
      const match = compare(own.shingles, known);
      const likeness = likenessOf(match, own);
      if (likeness !== null && (best === null || match.here + match.there > best.here + best.there))
        best = { ...match, likeness };
    }
    return best;
  }
}
