import type {
  Block,
  BlockKind,
  Dateline,
  Document,
  FieldSource,
  Image,
  OtherTitle,
  RelatedArticle,
  SourcedField,
  Sources,
} from '../text/index.ts';
import { findCorrections } from './corrections.ts';

/** One block of a report before its place in the text is known. */
export interface Piece {
  readonly kind: BlockKind;
  readonly text: string;
  /** Of a related report: its address. */
  readonly url?: string | null;
}

/** What a format's reader finds in an input: the pieces of the report in reading order, and what is said about it. */
export interface Draft {
  readonly title: string | null;
  readonly dek: string | null;
  readonly byline: readonly string[];
  readonly agency: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly dateline: Dateline | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly otherTitles: readonly OtherTitle[];
  /** Where fields were found; of one that has a value and is not named here, in the text. */
  readonly sources: Sources;
  readonly pieces: readonly Piece[];
}

/** A draft that says nothing yet. */
export const emptyDraft: Draft = {
  title: null,
  dek: null,
  byline: [],
  agency: null,
  publisher: null,
  published: null,
  dateline: null,
  language: null,
  url: null,
  otherTitles: [],
  sources: {},
  pieces: [],
};

/** Only white space lies between two blocks. */
const between = '\n\n';

const layOut = (pieces: readonly Piece[]): { readonly text: string; readonly blocks: readonly Block[] } => {
  const blocks: Block[] = [];
  let start = 0;
  for (const piece of pieces) {
    blocks.push({ kind: piece.kind, span: { start, end: start + piece.text.length } });
    start += piece.text.length + between.length;
  }
  return { text: pieces.map((piece) => piece.text).join(between), blocks };
};

/** A caption and the credit next to it belong to one picture: the one below it, else the one above that no caption has. */
const imagesOf = (pieces: readonly Piece[]): readonly Image[] => {
  const images: Image[] = [];
  let free: string | null = null;
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const after = pieces[index + 1];
    if (piece.kind === 'caption') {
      images.push({ caption: piece.text, credit: after?.kind === 'credit' ? after.text : free });
      free = null;
    } else if (piece.kind === 'credit' && before?.kind !== 'caption') {
      if (after?.kind === 'caption' && pieces[index + 2]?.kind !== 'credit') free = piece.text;
      else images.push({ caption: null, credit: piece.text });
    }
  }
  return images;
};

const relatedOf = (pieces: readonly Piece[]): readonly RelatedArticle[] =>
  pieces.filter((piece) => piece.kind === 'related').map((piece) => ({ title: piece.text, url: piece.url ?? null }));

/** Cut like the pieces, so that a headline is found in the text. */
const trimmed = (text: string | null): string | null => text?.trim() || null;

const sourced: readonly SourcedField[] = [
  'title',
  'dek',
  'byline',
  'agency',
  'publisher',
  'published',
  'dateline',
  'language',
  'url',
];

/** What is said of a language holds only where the words agree. */
const sourceOf = (draft: Draft, field: SourcedField, language: string): FieldSource => {
  if (field === 'language') return draft.language === language ? (draft.sources.language ?? 'text') : 'guess';
  return draft.sources[field] ?? 'text';
};

/** Where the fields that have a value were found. */
const sourcesOf = (draft: Draft, language: string): Sources =>
  Object.fromEntries(
    sourced
      .filter((field) => (field === 'byline' ? draft.byline.length > 0 : draft[field] !== null || field === 'language'))
      .map((field) => [field, sourceOf(draft, field, language)]),
  );

/** The document that a draft makes: its text, laid out block after block, and its metadata. */
export const toDocument = (draft: Draft, language: string): Document => {
  const pieces = draft.pieces
    .map((piece) => ({ ...piece, text: piece.text.trim() }))
    .filter((piece) => piece.text !== '');
  const { byline, agency, publisher, published, dateline, url } = draft;
  return {
    title: trimmed(draft.title),
    dek: trimmed(draft.dek),
    byline,
    agency,
    publisher,
    published,
    dateline,
    language,
    url,
    images: imagesOf(pieces),
    related: relatedOf(pieces),
    corrections: findCorrections(pieces),
    otherTitles: draft.otherTitles,
    sources: sourcesOf(draft, language),
    ...layOut(pieces),
  };
};
