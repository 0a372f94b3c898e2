import type { ReadOptions } from './read-input.ts';
import type { ReportItem } from './report-item.ts';
import type { ColumnMap } from './rows/columns.ts';
import type { Source } from './source.ts';

/** How to read a source; each has a default. Warnings come with each report. */
export interface ReportOptions extends Omit<ReadOptions, 'warn'> {
  /** What "-" reads; the standard input of the process unless told. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Which columns of a table hold what; those with usual names unless told. */
  readonly columns?: ColumnMap;
}

/** What an archive knows of a page in it. */
export type Known = Pick<ReportOptions, 'charset' | 'url' | 'format'>;

/** What a format's reader is given beside its source. */
export interface Reading {
  readonly options: ReportOptions;
  /** Reads what stands inside the source as a source of its own, in whatever format that is; archives nest to a limit. */
  readonly inside: (source: Source, known?: Known) => AsyncGenerator<ReportItem>;
  /** Whether a file inside an archive is of a kind that is read, by its name. */
  readonly isReadable: (path: string) => boolean;
  /** Is told how many bytes came out of an archive; throws `archive-bomb` where they are out of proportion to what went in. */
  readonly unpacked: (bytes: number) => void;
}

/** A format that may hold many reports: how it is told, and how it is read. */
export interface ReportFormat {
  /** The endings of its files, which folders are searched for (".warc", ".warc.gz"). */
  readonly endings: readonly string[];
  /** Whether the name and the first bytes (up to 64 KB) are of this format. */
  readonly is: (name: string, head: Uint8Array) => boolean;
  /** Its reports, one after the other; what it throws becomes a failure of the whole source, after what it gave before. */
  readonly read: (source: Source, reading: Reading) => AsyncGenerator<ReportItem>;
}
