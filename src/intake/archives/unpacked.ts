import type { Source } from '../source.ts';
import { bomb, isBomb } from './bomb.ts';

/** Counts what comes out of all archives inside one source, so that archives in archives cannot multiply without end. */
export class Unpacked {
  readonly #source: Pick<Source, 'name' | 'size' | 'taken'>;
  #bytes = 0;

  constructor(source: Pick<Source, 'name' | 'size' | 'taken'>) {
    this.#source = source;
  }

  /** Counts bytes; throws `archive-bomb` when they are out of proportion to what the source itself has. */
  add(bytes: number): void {
    this.#bytes += bytes;
    if (isBomb(this.#source.size ?? this.#source.taken(), this.#bytes)) throw bomb(this.#source.name);
  }
}
