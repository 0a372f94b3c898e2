/** The room of intake: a page, a wire message or a file becomes a Document, or a clear error that names it. */
export type { IntakeWarning } from './decode.ts';
export { ReadoutError } from './error.ts';
export type { AddressList, Feed, FeedEntry, FeedKind, FeedMedia, FeedSource, ListedAddress } from './feeds/feed.ts';
export { type FeedOptions, isFeed, opensAsFeed, readFeed, readListing } from './feeds/read-feed.ts';
export type { InputFormat } from './format.ts';
export { type InputList, listInputs } from './list-inputs.ts';
export { readFile } from './read-file.ts';
export { DEFAULT_LIMIT, type Input, type ReadOptions, readInput } from './read-input.ts';
export type { ReportOptions } from './report-format.ts';
export type { ReportItem } from './report-item.ts';
export { readReports } from './reports.ts';
export type { SourceLike } from './source.ts';
