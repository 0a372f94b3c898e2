/** The room of text: documents, spans, sentences and tokens, and how a text is cut into them. */
export { datelineSpan } from './dateline-span.ts';
export type {
  Block,
  BlockKind,
  Correction,
  CorrectionKind,
  Dateline,
  Document,
  FieldSource,
  Image,
  OtherTitle,
  RelatedArticle,
  SourcedField,
  Sources,
} from './document.ts';
export { documentId, recordId } from './document-id.ts';
export { ReadoutError, reasonOf } from './error.ts';
export { didYouMean, letterChanges, nearest } from './nearest.ts';
export { findQuotes, type Quote } from './quotes.ts';
export { segment, segmentText } from './segment.ts';
export { type Evidence, type Span, toEvidence } from './span.ts';
export { createTextModel, type TextModel, type TextModelFiles } from './text-model.ts';
export type { Sentence, Token } from './token.ts';
export { tokenize } from './tokenize.ts';
export { ofWholeCharacters, toWholeJson, wholeCharacters } from './whole-characters.ts';
