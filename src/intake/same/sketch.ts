import type { Document } from '../../text/index.ts';
import { shinglesOf } from './shingles.ts';

/** Fingerprints of a report that are kept to find it again. */
const KEPT = 24;

/**
 * The least fingerprints of a report, at most 24. A report cut to a share of another has about that share of the other's least
 * ones among its own, because what is least of the whole is least of the part that holds it.
 */
export const sketchOf = (document: Document): readonly number[] =>
  [...shinglesOf(document).fingerprints].sort((a, b) => a - b).slice(0, KEPT);
