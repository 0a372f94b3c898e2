import type { Output } from '../command.ts';
import type { View } from '../page/view.ts';

/** How pages are to be written. */
export interface PageOptions {
  /** Name the rule and tree behind each row. */
  readonly explain: boolean;
  /** Several reports may come out, not one. */
  readonly several: boolean;
  readonly output: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Reports being written in one format: what comes first, what each report adds, what comes last. */
export interface Pages {
  readonly open: string;
  readonly page: (view: View) => string;
  readonly close: () => string;
}

/** A format of `readout read`. */
export type Format = (options: PageOptions) => Pages;
