/** A half-open range `[start, end)` of UTF-16 code units in a document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span with the words it covers; `text` always equals `document.text.slice(start, end)`. */
export interface Evidence extends Span {
  readonly text: string;
}

/** The evidence that `span` covers in `text`. */
export const toEvidence = (text: string, span: Span): Evidence => ({
  start: span.start,
  end: span.end,
  text: text.slice(span.start, span.end),
});
