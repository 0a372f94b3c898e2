import type { Document } from '../text/index.ts';
import type { IntakeWarning } from './decode.ts';
import { ReadoutError, reasonOf } from './error.ts';
import type { ReadOptions } from './read-input.ts';
import { isSystemError, unreadable } from './unreadable.ts';

/**
 * One thing found in a source: a report, a failure to read one, or something that is no report and need not be one
 * (the request beside a page in a web archive, a picture). `name` says where: `news.zip!/a.html`, `rows.jsonl:17`.
 */
export type ReportItem =
  | {
      readonly kind: 'report';
      readonly name: string;
      readonly document: Document;
      readonly warnings: readonly IntakeWarning[];
    }
  | { readonly kind: 'failure'; readonly name: string; readonly error: ReadoutError }
  | { readonly kind: 'skipped'; readonly name: string; readonly what: string };

/** The error that a failure carries: as it is where it is ours, else with the reason of the system, or as a fault of Readout. */
export const toReadoutError = (name: string, error: unknown): ReadoutError => {
  if (error instanceof ReadoutError) return error;
  if (isSystemError(error)) return unreadable(name, error);
  return new ReadoutError(
    'internal-error',
    `${name}: something went wrong inside Readout: ${reasonOf(error)}. Run it again with READOUT_DEBUG=1 and report what it prints.`,
    { name },
    { cause: error },
  );
};

/** The item for something that could not be read. */
export const failure = (name: string, error: unknown): ReportItem => ({
  kind: 'failure',
  name,
  error: toReadoutError(name, error),
});

/** The item that reading one report makes: `read` returns its document or throws, and is given where to put warnings. */
export const toItem = (name: string, read: (warn: NonNullable<ReadOptions['warn']>) => Document): ReportItem => {
  const warnings: IntakeWarning[] = [];
  try {
    return { kind: 'report', name, document: read((warning) => warnings.push(warning)), warnings };
  } catch (error) {
    return failure(name, error);
  }
};

/** As `toItem`, for an input that may hold several reports: those of one have numbers behind its name. */
export const toItems = (
  name: string,
  read: (warn: NonNullable<ReadOptions['warn']>) => readonly Document[],
): readonly ReportItem[] => {
  const warnings: IntakeWarning[] = [];
  try {
    const documents = read((warning) => warnings.push(warning));
    return documents.map((document, index) => {
      const own = documents.length === 1 ? name : `${name}#${index + 1}`;
      return { kind: 'report', name: own, document, warnings };
    });
  } catch (error) {
    return [failure(name, error)];
  }
};
