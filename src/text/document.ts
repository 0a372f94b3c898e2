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
  readonly blocks: readonly Block[];
  readonly text: string;
}
