/** A line longer than this is no report, in characters. */
const LONGEST = 20_000_000;

/** A line of a stream, with its number in it, from 1 on. */
export interface NumberedLine {
  readonly number: number;
  readonly line: string;
}

/** The lines of a stream of UTF-8, without their ends; empty ones are left out. A line that is too long is cut, and so no JSON. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<NumberedLine> {
  const decoder = new TextDecoder();
  let rest = '';
  let number = 0;
  const whole = function* (): Generator<NumberedLine> {
    const lines = rest.split('\n');
    rest = (lines.pop() ?? '').slice(0, LONGEST);
    for (const line of lines) {
      number += 1;
      if (line.trim() !== '') yield { number, line: line.slice(0, LONGEST) };
    }
  };
  for await (const bytes of stream) {
    rest += decoder.decode(bytes, { stream: true });
    yield* whole();
  }
  rest += `${decoder.decode()}\n`;
  yield* whole();
}
