/** The first line of what an error says. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);

/**
 * A failure at an edge that a person can act on: `code` names it for programs, `data` holds its facts as fields,
 * and `message` says what went wrong, where, and what to do.
 */
export class ReadoutError extends Error {
  override readonly name = 'ReadoutError';
  readonly code: string;
  readonly data: Record<string, unknown>;

  constructor(code: string, message: string, data: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.data = data;
  }
}
