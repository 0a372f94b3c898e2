import type { ActorSummary, EventItem, Ledger } from '../../service/index.ts';
import type { Known } from './actor-codes.ts';

/** Summaries that are kept: the actors of one page come again on the next. */
const KEPT = 5000;

/** Looks up who the actors of events are, each once. */
export class KnownActors {
  readonly #ledger: Ledger;
  readonly #asOf: string | null;
  readonly #known = new Map<string, ActorSummary | null>();

  constructor(ledger: Ledger, asOf: string | null) {
    this.#ledger = ledger;
    this.#asOf = asOf;
  }

  async of({ actors, recipients }: EventItem): Promise<Known> {
    for (const { id } of [...actors, ...recipients]) {
      if (this.#known.has(id)) continue;
      if (this.#known.size > KEPT) this.#known.clear();
      this.#known.set(id, (await this.#ledger.node('actor', id, this.#asOf))?.summary ?? null);
    }
    const now = new Map([...actors, ...recipients].map(({ id }) => [id, this.#known.get(id) ?? null]));
    return (id) => now.get(id) ?? null;
  }
}
