import type { Document } from '../text/index.ts';
import { decode, type IntakeWarning } from './decode.ts';
import type { Draft } from './draft.ts';
import { draftDocument } from './draft-document.ts';
import { ReadoutError } from './error.ts';
import { formatOf, type InputFormat } from './format.ts';
import { labelLines } from './label-lines.ts';
import { readHtmlReports } from './live-blog.ts';
import { readMarkdown } from './markdown.ts';
import { megabytes } from './megabytes.ts';
import { readPlainText } from './plain-text.ts';
import { readHtml } from './read-html.ts';
import { refuseBinary } from './sniff.ts';

/** One report as it came: what to call it in messages, and its bytes. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How to read an input; each has a default. */
export interface ReadOptions {
  /** The most bytes that one report may have; 10 MB unless told. */
  readonly limit?: number;
  /** The format, where the caller knows better than the content tells. */
  readonly format?: InputFormat;
  /** The encoding that the server of a page named (`Content-Type: text/html; charset=windows-1251`). */
  readonly charset?: string | null;
  /** Where the input was found; the report's address if it names none itself. */
  readonly url?: string | null;
  /** Is told what was odd about an input that was read all the same. */
  readonly warn?: (warning: IntakeWarning) => void;
}

/** The size limit of one report in bytes, unless the caller sets another. */
export const DEFAULT_LIMIT = 10_000_000;

/** The error for an input over the limit; `size` in bytes, null where it is only known to be over. */
export const tooLarge = (name: string, size: number | null, limit: number): ReadoutError =>
  new ReadoutError(
    'input-too-large',
    `${name} ${size === null ? 'goes on' : `has ${megabytes(size)},`} past the limit of ${megabytes(limit)} for one report; split it into one report a file.`,
    { name, size, limit },
  );

const empty = (name: string): ReadoutError =>
  new ReadoutError('empty-input', `${name} is empty; name a file that holds a report.`, { name });

const readers: Record<InputFormat, (text: string, name: string) => Draft> = {
  html: readHtml,
  markdown: (text) => labelLines(readMarkdown(text)),
  text: (text) => labelLines(readPlainText(text)),
};

interface Opened {
  readonly text: string;
  readonly warnings: readonly IntakeWarning[];
  readonly format: InputFormat;
}

const open = ({ name, bytes }: Input, options: ReadOptions): Opened => {
  const limit = options.limit ?? DEFAULT_LIMIT;
  if (bytes.length === 0) throw empty(name);
  if (bytes.length > limit) throw tooLarge(name, bytes.length, limit);
  const { text, warnings } = decode(name, bytes, options.charset);
  if (text.trim() === '') throw empty(name);
  return { text, warnings, format: options.format ?? formatOf(name, text) };
};

/** A report that names no address has the one where it was found. */
const placed = (draft: Draft, url: string | null | undefined): Draft =>
  draft.url !== null || url === null || url === undefined
    ? draft
    : { ...draft, url, sources: { ...draft.sources, url: 'record' } };

/** Reads the reports of one input whose first bytes were seen to be text: as `readInput`, but the posts of a live blog are reports of their own. */
export const readInputs = (input: Input, options: ReadOptions = {}): readonly Document[] => {
  const { text, warnings, format } = open(input, options);
  const drafts = format === 'html' ? readHtmlReports(text, input.name) : [readers[format](text, input.name)];
  const documents = drafts.map((draft) => draftDocument(placed(draft, options.url), input.name));
  for (const warning of warnings) options.warn?.(warning);
  return documents;
};

/**
 * Reads one report from its bytes: finds encoding and format by content, drops what is no part of the report, and lays
 * out its text in blocks. Throws a `ReadoutError` that names the input if nothing can be read from it.
 */
export const readInput = (input: Input, options: ReadOptions = {}): Document => {
  refuseBinary(input.name, input.bytes);
  const { text, warnings, format } = open(input, options);
  const document = draftDocument(placed(readers[format](text, input.name), options.url), input.name);
  for (const warning of warnings) options.warn?.(warning);
  return document;
};
