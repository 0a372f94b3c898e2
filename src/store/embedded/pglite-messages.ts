/** What the thread of the database is asked. */
export type ToWorker =
  | { readonly kind: 'query'; readonly id: number; readonly sql: string; readonly parameters: readonly unknown[] }
  /** Several statements without parameters. */
  | { readonly kind: 'script'; readonly id: number; readonly sql: string }
  | { readonly kind: 'close'; readonly id: number };

/** What it answers; number 0 says that it is ready. */
export interface FromWorker {
  readonly id: number;
  readonly rows: readonly unknown[];
  readonly affected: number;
  readonly error: { readonly message: string; readonly code: string | null } | null;
}
