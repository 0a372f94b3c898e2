import { type Entry, isStorable } from '../../service/index.ts';
import { Problem } from '../problem.ts';

/** An entry is never longer than this, in characters. */
const LONGEST = 200_000_000;

const bad = (line: number): Problem =>
  new Problem(400, 'bad-request', `Line ${line} of the backup is no entry; the ledger holds those before it.`);

const isEntry = (value: unknown, seq: number): value is Entry =>
  typeof value === 'object' &&
  value !== null &&
  'seq' in value &&
  value.seq === seq &&
  'at' in value &&
  typeof value.at === 'string' &&
  !Number.isNaN(Date.parse(value.at)) &&
  'kind' in value &&
  typeof value.kind === 'string' &&
  isStorable(value.kind) &&
  'data' in value;

const toEntry = (line: string, seq: number): Entry => {
  try {
    const value: unknown = JSON.parse(line);
    if (isEntry(value, seq)) return value;
  } catch {
    // Told below.
  }
  throw bad(seq);
};

/** The entries of a backup, line by line, as they come. Throws a problem that names the line. */
export async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const decoder = new TextDecoder();
  let rest = '';
  let seq = 0;
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      seq += 1;
      yield toEntry(line, seq);
    }
    if (rest.length > LONGEST) throw bad(seq + 1);
  }
  if (rest.trim() !== '') yield toEntry(rest, seq + 1);
}
