/** What PostgreSQL refused, with its code (SQLSTATE). */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: string | null;

  constructor(message: string, code: string | null) {
    super(message);
    this.code = code;
  }
}
