import { type ReadDocument, withClaimNouns } from '../../src/extraction/index.ts';
import { type Dateline, documentId, findQuotes, segment } from '../../src/text/index.ts';
import { shippedCodebook } from './codebook.ts';
import { shippedReader } from './model.ts';
import { textModel } from './text-model.ts';

/** What may be known about a test's text besides its words. */
export interface TextFrame {
  readonly published?: string | null;
  readonly dateline?: Dateline | null;
  readonly kind?: 'paragraph' | 'heading';
}

/** A text as the shipped network reads it: a block for each line, published when the test says. */
export const readText = async (text: string, frame: TextFrame = {}): Promise<ReadDocument> => {
  const { published = null, dateline = null, kind = 'paragraph' } = frame;
  const none = { title: null, dek: null, byline: [], agency: null, publisher: null, url: null };
  const blocks = Array.from(text.matchAll(/[^\n]+/g), ({ index, 0: line }) => ({
    kind,
    span: { start: index, end: index + line.length },
  }));
  const beside = { images: [], related: [], corrections: [], otherTitles: [], sources: {} };
  const document = { ...none, ...beside, published, dateline, language: 'en', blocks, text };
  const sentences = await (await shippedReader()).read(segment(document, textModel), {
    quotes: findQuotes(document),
  });
  const mended = sentences.map((sentence) => withClaimNouns(shippedCodebook(), document, sentence));
  return { id: documentId(text), document, sentences: mended };
};
