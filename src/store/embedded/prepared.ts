import { type PGlite, parse, protocol, type Results } from '@electric-sql/pglite';

/** So many statements are kept: those that were asked last. */
const MOST = 200;

interface Prepared {
  readonly name: string;
  /** The types of its parameters, as object ids of PostgreSQL. */
  readonly types: readonly number[];
}

const { serialize } = protocol;

type Messages = Awaited<ReturnType<PGlite['execProtocol']>>['messages'];

/** Messages to PostgreSQL as one, so that the database is entered once for all of them. */
const together = (messages: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(messages));

/**
 * Statements that PostgreSQL keeps understood (PREPARE, by way of the extended query protocol): those of the entries of a ledger are the
 * same for every report, and understanding and planning them takes as long as what they do. Read the PostgreSQL manual on "Extended Query".
 */
export class PreparedStatements {
  readonly #database: PGlite;
  readonly #most: number;
  /** By their words; the one that was asked longest ago stands first. */
  readonly #kept = new Map<string, Prepared>();
  #made = 0;

  constructor(database: PGlite, most = MOST) {
    this.#database = database;
    this.#most = most;
  }

  async #send(messages: readonly Uint8Array[]): Promise<Messages> {
    const answer = await this.#database.execProtocol(together([...messages, serialize.sync()]), { syncToFs: false });
    return answer.messages;
  }

  async #forget(sql: string): Promise<void> {
    const kept = this.#kept.get(sql);
    if (kept === undefined) return;
    this.#kept.delete(sql);
    await this.#send([serialize.close({ type: 'S', name: kept.name })]);
  }

  async #prepare(sql: string): Promise<Prepared> {
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size >= this.#most) await this.#forget(oldest);
    this.#made += 1;
    const name = `kept ${this.#made}`;
    const messages = await this.#send([serialize.parse({ name, text: sql }), serialize.describe({ type: 'S', name })]);
    return { name, types: parse.parseDescribeStatementResults(messages) };
  }

  /** The statement as it is kept, which is now the last that was asked. */
  async #keep(sql: string): Promise<Prepared> {
    const prepared = this.#kept.get(sql) ?? (await this.#prepare(sql));
    this.#kept.delete(sql);
    this.#kept.set(sql, prepared);
    return prepared;
  }

  #written(value: unknown, type: number): string | null {
    if (value === null || value === undefined) return null;
    const serializer = this.#database.serializers[type];
    return serializer === undefined ? String(value) : serializer(value);
  }

  /**
   * Asks by a statement that is kept. Rejects with the database's error, as `PGlite.query` does; one that failed is understood anew the
   * next time, since its tables may have changed.
   */
  async query(sql: string, parameters: readonly unknown[]): Promise<Pick<Results, 'rows' | 'affectedRows'>> {
    const { name, types } = await this.#keep(sql);
    const values = parameters.map((value, index) => this.#written(value, types[index] ?? 0));
    try {
      const messages = await this.#send([
        serialize.bind({ statement: name, values }),
        serialize.describe({ type: 'P' }),
        serialize.execute({}),
      ]);
      const [results] = parse.parseResults(messages, this.#database.parsers);
      return results ?? { rows: [], affectedRows: 0 };
    } catch (error) {
      await this.#forget(sql);
      throw error;
    }
  }
}
