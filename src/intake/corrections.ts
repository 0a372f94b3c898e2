import type { BlockKind, Correction, CorrectionKind } from '../text/index.ts';
import { alternatives, table } from './words.ts';

const kinds: readonly CorrectionKind[] = ['correction', 'clarification', 'update', 'note'];
const readers = kinds.map((kind) => {
  const phrases = (table('notices').get(kind) ?? []) as readonly string[];
  const marks = (table('wire-notices').get(kind) ?? []) as readonly string[];
  const labels = new Set(phrases.map((phrase) => String(phrase).replace(/\s*[:–—-]$/, '')));
  return {
    kind,
    labels,
    opening: new RegExp(`^[([*_—–-]*\\s*(?:${alternatives(phrases.map(String))})(?![\\p{L}])`, 'iu'),
    inBrackets: new RegExp(`^[([]\\s*(?:${alternatives(marks.map(String))})\\s[^()\\[\\]]{3,300}[)\\]]`, 'iu'),
  };
});

/** In characters: no notice is longer. */
const LONGEST = 1500;

/** What a line says that the editors changed: "Correction: An earlier version …", "(Corrects spelling in paragraph 3)"; null if it says nothing of the kind. */
export const readNotice = (line: string): Correction | null => {
  const text = line.trim();
  if (text.length > LONGEST) return null;
  for (const { kind, opening, inBrackets } of readers) {
    const bracket = inBrackets.exec(text)?.[0];
    if (bracket !== undefined) return { kind, text: bracket };
    if (opening.test(text)) return { kind, text };
  }
  return null;
};

/** What a label alone ("Correction") says of the block under it; null if it is none. */
const labelOf = (text: string): CorrectionKind | null => {
  const label = text
    .trim()
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/\s*[:–—-]$/, '');
  return readers.find(({ labels }) => labels.has(label))?.kind ?? null;
};

const running: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'dek', 'heading']);

/** The notices of corrections, clarifications and updates among the blocks of a report, in their order. */
export const findCorrections = (
  pieces: readonly { readonly kind: BlockKind; readonly text: string }[],
): readonly Correction[] =>
  pieces.flatMap((piece, index) => {
    if (!running.has(piece.kind)) return [];
    const label = labelOf(piece.text);
    const after = pieces[index + 1];
    if (label !== null) return after?.kind === 'paragraph' ? [{ kind: label, text: after.text.trim() }] : [];
    const notice = piece.kind === 'heading' ? null : readNotice(piece.text);
    return notice === null ? [] : [notice];
  });
