import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import type { Cell, Cells } from './csv.ts';

/** Rows that one group of a file holds; memory is one group. */
const GROUP = 20_000;

type ColumnType = 'STRING' | 'DOUBLE' | 'BOOLEAN';

const numbers = new Set(['reports', 'publishers', 'origins', 'words', 'latitude', 'longitude']);

const typeOf = (column: string): ColumnType => {
  if (column === 'attitude') return 'BOOLEAN';
  return numbers.has(column) ? 'DOUBLE' : 'STRING';
};

const wellFormed = (cell: Cell): Cell => (typeof cell === 'string' ? cell.toWellFormed() : cell);

/** A writer that hands its bytes on instead of keeping them. */
class StreamWriter extends ByteWriter {
  readonly #write: (bytes: Uint8Array) => Promise<void>;

  constructor(write: (bytes: Uint8Array) => Promise<void>) {
    super();
    this.#write = write;
  }

  async flush(): Promise<void> {
    const bytes = this.getBytes().slice();
    // Places in the file are counted by `offset`; the buffer begins anew.
    this.index = 0;
    if (bytes.length > 0) await this.#write(bytes);
  }

  override finish(): Promise<void> {
    return this.flush();
  }
}

/** Writes rows as Parquet, group by group. `columns` are those of every row. */
export const writeParquet = async (
  rows: AsyncIterable<Cells>,
  columns: readonly string[],
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<void> => {
  const whole = async function* (): AsyncGenerator<Record<string, Cell>> {
    for await (const row of rows)
      yield Object.fromEntries(columns.map((column) => [column, wellFormed(row[column] ?? null)]));
  };
  await parquetWriteRows({
    writer: new StreamWriter(write),
    rows: whole(),
    columns: columns.map((name) => ({ name, type: typeOf(name) })),
    rowGroupSize: GROUP,
    createdBy: 'readout',
  });
};
