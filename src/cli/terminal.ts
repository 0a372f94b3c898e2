import type { Output, Terminal } from './command.ts';

const isBrokenPipe = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');

const outputOf = (stream: NodeJS.WriteStream): Output => ({
  isTTY: stream.isTTY === true,
  columns: stream.columns ?? 80,
  write: (text) =>
    new Promise((done, failed) => {
      stream.write(text, (error) => (error === null || error === undefined ? done() : failed(error)));
    }),
});

/** The real terminal. A reader that goes away (`readout … | head`) ends the process quietly. */
export const realTerminal = (): Terminal => {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error) => {
      if (isBrokenPipe(error)) process.exit(0);
      throw error;
    });
  return { out: outputOf(process.stdout), err: outputOf(process.stderr), stdin: process.stdin, env: process.env };
};
