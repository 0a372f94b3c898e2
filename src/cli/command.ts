/** An option of a command, as help, parsing and the tests of the documentation see it. */
export interface Option {
  readonly name: string;
  /** What stands for its value in help ("DATE"); none for a switch. */
  readonly value?: string;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  readonly fallback?: string;
  readonly description: string;
}

/** What a command is given: its operands and its options, checked. */
export interface Call {
  readonly operands: readonly string[];
  /** The value of an option, or its fallback, or null. */
  readonly value: (name: string) => string | null;
  readonly has: (name: string) => boolean;
}

/** A command of `readout`; `run` returns the exit code. */
export interface Command {
  readonly name: string;
  readonly operands: string;
  readonly summary: string;
  /** At least so many operands. */
  readonly atLeast: number;
  /** At most so many operands. */
  readonly atMost: number;
  readonly options: readonly Option[];
  readonly details: readonly string[];
  readonly run: (call: Call, terminal: Terminal) => Promise<number>;
}

/** Where a command reads and writes; tests hand in their own. */
export interface Terminal {
  readonly out: Output;
  readonly err: Output;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A stream to write to, and what is known about the screen behind it. */
export interface Output {
  readonly isTTY: boolean;
  readonly columns: number;
  /** Resolves when the stream can take more. */
  readonly write: (text: string) => Promise<void>;
}

/** A mistake in how the command was called: exit code 2, with a hint. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** The command whose help would have told. */
  readonly command: string | null;

  constructor(message: string, command: string | null = null) {
    super(message);
    this.command = command;
  }
}
