import { type Engine, readDocument } from '../../readout/index.ts';
import type { Ledger } from '../../service/index.ts';
import { ReadoutError } from '../../text/index.ts';
import type { Terminal } from '../command.ts';
import { withProgress } from '../engine.ts';
import { messageOf } from '../failure.ts';
import type { Found } from '../inputs.ts';
import { oneLine } from '../page/words.ts';
import type { Progress } from '../progress.ts';
import { ahead } from './ahead.ts';

/** What adding needs. */
export interface Adding {
  readonly ledger: Ledger;
  readonly engine: Engine;
  readonly terminal: Terminal;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** What came of the inputs. */
export class Tally {
  added = 0;
  again = 0;
  known = 0;
  failed = 0;
  /** Inputs that are not there at all: they leave nothing to try again. */
  missing = 0;

  get good(): number {
    return this.added + this.again + this.known;
  }
}

/** After these no other report can be added either. */
const fatal = new Set(['journal-unwritable', 'ledger-unreachable', 'ledger-unopened']);

const isFatal = (error: unknown): boolean => error instanceof ReadoutError && fatal.has(error.code);

/** Reports whose adding is under way; one more waits while so many are. */
const UNDER_WAY = 3;

interface Checked {
  readonly found: Found;
  readonly isKnown: boolean;
}

async function* checked(items: AsyncIterable<Found>, { ledger, engine }: Adding): AsyncGenerator<Checked> {
  for await (const found of items) {
    const isKnown = found.item.kind === 'report' && (await ledger.knows(found.item.document, engine.info));
    yield { found, isKnown };
  }
}

/** Adds the reports of inputs one by one: while one is written the next is read, and the one behind it is looked up. */
class Adder {
  readonly #adding: Adding;
  readonly #tally: Tally;
  readonly #failures = new Map<string, string>();
  readonly #underWay: Promise<void>[] = [];
  /** What keeps every other report from being added too. */
  #fatal: unknown = null;

  constructor(adding: Adding, tally: Tally) {
    this.#adding = adding;
    this.#tally = tally;
  }

  async run(items: AsyncIterable<Found>): Promise<void> {
    const { ledger, progress, signal } = this.#adding;
    for (const { name, code, message } of await ledger.failures()) this.#failures.set(name, `${code} ${message}`);
    try {
      for await (const { found, isKnown } of ahead(checked(items, this.#adding), 2)) {
        if (signal.aborted || this.#fatal !== null) break;
        await progress.at(found.index, found.item.name, this.#tally.good);
        await this.#take(found, isKnown);
      }
    } finally {
      await Promise.all(this.#underWay);
      await progress.clear();
    }
    if (this.#fatal !== null) throw this.#fatal;
  }

  async #take({ item }: Found, isKnown: boolean): Promise<void> {
    const { engine, progress } = this.#adding;
    const { name } = item;
    if (item.kind === 'failure') await this.#fail(name, item.error);
    if (item.kind !== 'report') return;
    if (isKnown) {
      this.#tally.known += 1;
      return;
    }
    for (const { message } of item.warnings) await this.#say(name, message);
    try {
      const { readout } = await readDocument(item.document, withProgress(engine, progress, name), { asOf: null });
      await this.#write(name, readout);
    } catch (error) {
      await this.#fail(name, error);
    }
  }

  async #write(name: string, readout: Parameters<Ledger['add']>[1]): Promise<void> {
    const writing = this.#adding.ledger.add(name, readout).then(
      ({ outcome }) => {
        if (outcome === 'added') this.#tally.added += 1;
        else if (outcome === 'known') this.#tally.known += 1;
        else this.#tally.again += 1;
      },
      (error: unknown) => this.#fail(name, error),
    );
    this.#underWay.push(writing);
    if (this.#underWay.length > UNDER_WAY) await this.#underWay.shift();
  }

  async #fail(name: string, error: unknown): Promise<void> {
    if (isFatal(error)) {
      this.#fatal = error;
      return;
    }
    this.#tally.failed += 1;
    const message = messageOf(error, this.#adding.terminal.env);
    await this.#say(name, message);
    const code = error instanceof ReadoutError ? error.code : 'internal-error';
    // What failed in the same way before needs no second entry.
    if (this.#failures.get(name) !== `${code} ${message}`) await this.#adding.ledger.fail(name, code, message);
  }

  async #say(name: string, message: string): Promise<void> {
    await this.#adding.progress.clear();
    const where = message.includes(name) || message.startsWith('stdin') ? '' : `${oneLine(name)}: `;
    await this.#adding.terminal.err.write(`readout: ${where}${message}\n`);
  }
}

/**
 * Reads the reports of inputs and adds them to a ledger. Reports that this engine has read before are passed over unread; what
 * cannot be read is told, kept as a failure, and stops none of the others. Throws where no report can be added any more.
 */
export const addReports = (items: AsyncIterable<Found>, tally: Tally, adding: Adding): Promise<void> =>
  new Adder(adding, tally).run(items);
