import type { Terminal } from '../../src/cli/index.ts';

/** A terminal that keeps what is written to it. */
export interface TestTerminal extends Terminal {
  readonly written: () => string;
  readonly complained: () => string;
}

/** What may differ from a pipe without colours. */
export interface TestTerminalOptions {
  readonly stdin?: string | Uint8Array;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A terminal for tests: a pipe of 80 columns unless told otherwise. */
export const testTerminal = (options: TestTerminalOptions = {}): TestTerminal => {
  const kept = { out: '', err: '' };
  const outputFor = (stream: 'out' | 'err'): Terminal['out'] => ({
    isTTY: options.isTTY ?? false,
    columns: options.columns ?? 80,
    write: async (text) => {
      kept[stream] += text;
    },
  });
  const { stdin = '' } = options;
  const bytes = typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin;
  return {
    out: outputFor('out'),
    err: outputFor('err'),
    stdin: (async function* () {
      if (bytes.length > 0) yield bytes;
    })(),
    env: options.env ?? {},
    written: () => kept.out,
    complained: () => kept.err,
  };
};
