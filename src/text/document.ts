import type { Span } from './span.ts';

/** What a block of a document is; `related` is the headline of another report that this one links. */
export type BlockKind = 'heading' | 'dek' | 'paragraph' | 'pull-quote' | 'caption' | 'credit' | 'list-item' | 'related';

/** A piece of a document's text in reading order. Blocks do not overlap; only white space lies between them. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
}

/** A picture that the report shows. */
export interface Image {
  readonly caption: string | null;
  readonly credit: string | null;
}

/** Another report that this one links. */
export interface RelatedArticle {
  readonly title: string;
  readonly url: string | null;
}

/** Where and when a report was filed, as its first line says ("MOSCOW, May 1"). */
export interface Dateline {
  readonly place: string | null;
  readonly date: string | null;
}

/** The fields of a document of which it is kept where they were found. */
export type SourcedField =
  | 'title'
  | 'dek'
  | 'byline'
  | 'agency'
  | 'publisher'
  | 'published'
  | 'dateline'
  | 'language'
  | 'url';

/**
 * Where a field was found: in the text itself ("text"), in what a page states for machines ("json-ld" … "time-element"),
 * in its main heading, `<title>`, links or `lang`, in the lines "Label: value" above a text ("header"), in the address, in the
 * format that the report came in ("feed" … "record"), or nowhere, so that it was told by the words ("guess").
 */
export type FieldSource =
  | 'text'
  | 'h1'
  | 'json-ld'
  | 'microdata'
  | 'rdfa'
  | 'og'
  | 'meta'
  | 'time-element'
  | 'title-element'
  | 'link'
  | 'lang'
  | 'header'
  | 'url'
  | 'feed'
  | 'newsml'
  | 'nitf'
  | 'ninjs'
  | 'mail'
  | 'record'
  | 'guess';

/** For each field that has a value, where it was found. */
export type Sources = { readonly [Field in SourcedField]?: FieldSource | undefined };

/** A headline that the page gives elsewhere and that differs from the one it prints, as for search engines or for sharing. */
export interface OtherTitle {
  readonly title: string;
  readonly source: FieldSource;
}

/** What a notice says that was changed: it is an error put right, words made clearer, news added, or a remark of the editors. */
export type CorrectionKind = 'correction' | 'clarification' | 'update' | 'note';

/** A notice in which the editors say what they changed; its words are those of a block or of part of one. */
export interface Correction {
  readonly kind: CorrectionKind;
  readonly text: string;
}

/**
 * One news report: clean text, its blocks, and what the page or wire says about it.
 * `published` is ISO 8601, with an offset where known, the date alone where that is all there is.
 */
export interface Document {
  readonly title: string | null;
  readonly dek: string | null;
  readonly byline: readonly string[];
  readonly agency: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly dateline: Dateline | null;
  readonly language: string;
  readonly url: string | null;
  readonly images: readonly Image[];
  readonly related: readonly RelatedArticle[];
  readonly corrections: readonly Correction[];
  readonly otherTitles: readonly OtherTitle[];
  readonly sources: Sources;
  readonly blocks: readonly Block[];
  readonly text: string;
}
