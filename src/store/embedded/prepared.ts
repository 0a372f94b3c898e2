import { type PGlite, parse, protocol, type Results } from '@electric-sql/pglite';

/** So many statements are kept; others are understood anew each time. */
const MOST = 200;

interface Prepared {
  readonly name: string;
  /** The types of its parameters, as object ids of PostgreSQL. */
  readonly types: readonly number[];
}

const { serialize } = protocol;

/** Messages to PostgreSQL as one, so that the database is entered once for all of them. */
const together = (messages: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(messages));

/**
 * Statements that PostgreSQL keeps understood (PREPARE, by way of the extended query protocol): those of the entries of a ledger are the
 * same for every report, and understanding and planning them takes as long as what they do. Read the PostgreSQL manual on "Extended Query".
 */
export class PreparedStatements {
  readonly #database: PGlite;
  readonly #kept = new Map<string, Prepared>();

  constructor(database: PGlite) {
    this.#database = database;
  }

  async #prepare(sql: string): Promise<Prepared> {
    const name = `kept ${this.#kept.size}`;
    const { messages } = await this.#database.execProtocol(
      together([serialize.parse({ name, text: sql }), serialize.describe({ type: 'S', name }), serialize.sync()]),
      { syncToFs: false },
    );
    const prepared = { name, types: parse.parseDescribeStatementResults(messages) };
    this.#kept.set(sql, prepared);
    return prepared;
  }

  #written(value: unknown, type: number): string | null {
    if (value === null || value === undefined) return null;
    const serializer = this.#database.serializers[type];
    return serializer === undefined ? String(value) : serializer(value);
  }

  /** Asks by a statement that is kept. Rejects with the database's error, as `PGlite.query` does. */
  async query(sql: string, parameters: readonly unknown[]): Promise<Pick<Results, 'rows' | 'affectedRows'>> {
    const kept = this.#kept.get(sql);
    if (kept === undefined && this.#kept.size >= MOST) return this.#database.query(sql, [...parameters]);
    const { name, types } = kept ?? (await this.#prepare(sql));
    const values = parameters.map((value, index) => this.#written(value, types[index] ?? 0));
    const { messages } = await this.#database.execProtocol(
      together([
        serialize.bind({ statement: name, values }),
        serialize.describe({ type: 'P' }),
        serialize.execute({}),
        serialize.sync(),
      ]),
      { syncToFs: false },
    );
    const [results] = parse.parseResults(messages, this.#database.parsers);
    return results ?? { rows: [], affectedRows: 0 };
  }
}
