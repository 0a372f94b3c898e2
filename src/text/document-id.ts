import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Span } from './span.ts';

/** The id of a document: the SHA-256 of its text (UTF-8), in hexadecimal. */
export const documentId = (text: string): string => bytesToHex(sha256(utf8ToBytes(text.toWellFormed())));

/**
 * The id of a record, stable from run to run: derived from its document, its kind ("statement") and its spans, and,
 * where two records may share those, a `part` that tells them apart.
 */
export const recordId = (document: string, kind: string, spans: readonly Span[], part = ''): string => {
  const key = [document, kind, part, ...spans.map((span) => `${span.start}-${span.end}`)].join('|');
  return `${kind}-${bytesToHex(sha256(utf8ToBytes(key))).slice(0, 12)}`;
};
