import { parentPort, workerData } from 'node:worker_threads';
import { openEngine } from '../engine.ts';
import { type Coding, codeLine } from './code-line.ts';

/** What a thread is made with. */
export interface ThreadData extends Coding {
  readonly codebook: string | null;
}

/** A line to code. */
export interface Task {
  readonly number: number;
  readonly line: string;
}

/** Its answer; number 0 says that the thread is ready. */
export interface Coded {
  readonly number: number;
  readonly answer: string;
}

// Codes one line after the other in a thread of its own, with an engine of its own.

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker thread');
const data: ThreadData = workerData;
const engine = await openEngine(data.codebook);
const answer = (coded: Coded): void => port.postMessage(coded);

port.on('message', async ({ number, line }: Task) => {
  answer({ number, answer: await codeLine(line, number, engine, data) });
});
answer({ number: 0, answer: '' });
