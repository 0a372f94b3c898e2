import { createHash } from 'node:crypto';
import type { Ledger, LookForNew } from '../../service/index.ts';
import { Problem } from '../problem.ts';
import type { Add, AddCounts, Adds } from './add.ts';

/** Settings of this kind are lists that are looked through again and again: their address, and how often. */
export const WATCHES = 'watch';

/** What a look through a list found. */
export interface Look {
  readonly at: string;
  /** Reports that it names, as far as it was looked through. */
  readonly links: number;
  /** Those that were new, and were handed in to be read. */
  readonly taken: number;
  readonly failures: readonly { readonly name: string; readonly code: string; readonly message: string }[];
}

/** A list that is watched. */
export interface Watch {
  readonly id: string;
  readonly url: string;
  readonly minutes: number;
  readonly made: string | null;
  readonly by: string | null;
  readonly isLooking: boolean;
  /** The last look since the server was started. */
  readonly last: Look | null;
  /** When it is looked through again; null: as soon as may be. */
  readonly next: string | null;
  /** What came of the reports that it named, since the server was started. */
  readonly counts: AddCounts & { readonly waiting: number };
}

/** How often lists are looked through, in minutes: from, to. */
export const OFTEN = { least: 1, most: 10_080, usual: 15 } as const;
/** Lists of one ledger. */
const MOST = 200;
/** Reports that one look hands in. */
const AT_ONCE = 100;
const MINUTE = 60_000;
/** How many failures of one look are told: a list of lists may have many. */
const TOLD = 20;

/** What watching needs. */
export interface WatchParts {
  readonly ledger: Pick<Ledger, 'setting' | 'set'>;
  readonly adds: Adds;
  readonly look: LookForNew;
  readonly now: () => Date;
  readonly report: (error: unknown) => void;
}

type Kept = Pick<Watch, 'url' | 'minutes' | 'made' | 'by'>;

const isText = (value: unknown): value is string => typeof value === 'string';

/** A watch from a setting; null for what is none. */
const toKept = (url: string, value: unknown): Kept | null => {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url) || typeof value !== 'object' || value === null) return null;
  const { minutes, made, by } = value as Record<string, unknown>;
  const often = typeof minutes === 'number' && minutes >= OFTEN.least && minutes <= OFTEN.most ? minutes : OFTEN.usual;
  return { url, minutes: often, made: isText(made) ? made : null, by: isText(by) ? by : null };
};

const idOf = (url: string): string => createHash('sha256').update(url).digest('hex').slice(0, 16);

const countsOf = (adds: readonly Add[]): Watch['counts'] => {
  const sum = (field: keyof AddCounts): number => adds.reduce((all, { counts }) => all + counts[field], 0);
  const waiting = adds.filter(({ state }) => state === 'waiting' || state === 'reading').length;
  return { added: sum('added'), again: sum('again'), known: sum('known'), failed: sum('failed'), waiting };
};

/** Looks through lists on a schedule, and hands in what is new. */
export class Watches {
  readonly #parts: WatchParts;
  readonly #last = new Map<string, Look>();
  /** Addresses that were handed in since the server was started, taken or not. */
  readonly #asked = new Set<string>();
  #looking: string | null = null;
  #work: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  /** Looks from now on, whenever a list is due. */
  start(every: number): void {
    this.#timer = setInterval(() => this.look(), every);
    this.#timer.unref();
    this.look();
  }

  async list(): Promise<readonly Watch[]> {
    const adds = Map.groupBy(this.#parts.adds.list(), ({ list }) => list);
    return (await this.#kept()).map((kept) => {
      const id = idOf(kept.url);
      const last = this.#last.get(id) ?? null;
      const isLooking = this.#looking === id;
      return { id, ...kept, isLooking, last, next: this.#nextOf(kept), counts: countsOf(adds.get(kept.url) ?? []) };
    });
  }

  async find(id: string): Promise<Watch | null> {
    return (await this.list()).find((watch) => watch.id === id) ?? null;
  }

  /** Watches a list from now on, or changes how often it is looked through. */
  async put(url: string, minutes: number, by: string): Promise<Watch> {
    const kept = await this.#kept();
    const before = kept.find((each) => each.url === url);
    if (before === undefined && kept.length >= MOST)
      throw new Problem(409, 'too-many', `There are ${MOST} lists already.`);
    const made = before?.made ?? this.#parts.now().toISOString();
    await this.#parts.ledger.set(WATCHES, url, { minutes, made, by: before?.by ?? by });
    const watch = await this.find(idOf(url));
    if (watch === null) throw new Problem(400, 'bad-request', 'This is no address that can be watched.', 'url');
    this.look();
    return watch;
  }

  async remove({ url, id }: Watch): Promise<void> {
    await this.#parts.ledger.set(WATCHES, url, null);
    this.#last.delete(id);
  }

  /** Looks through what is due; with an id through that list whether it is due or not. */
  look(id: string | null = null): void {
    this.#work = this.#work.then(() => this.#lookThrough(id)).catch((error) => this.#parts.report(error));
  }

  /** Resolves when nothing is being looked through. */
  looked(): Promise<void> {
    return this.#work;
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  async #kept(): Promise<readonly Kept[]> {
    const settings = await this.#parts.ledger.setting(WATCHES);
    return settings.flatMap(({ key, value }) => toKept(key, value) ?? []);
  }

  #nextOf({ url, minutes }: Kept): string | null {
    const last = this.#last.get(idOf(url));
    return last === undefined ? null : new Date(Date.parse(last.at) + minutes * MINUTE).toISOString();
  }

  async #lookThrough(id: string | null): Promise<void> {
    const now = this.#parts.now().toISOString();
    for (const kept of await this.#kept()) {
      const own = idOf(kept.url);
      const isDue = id === null ? (this.#nextOf(kept) ?? '') <= now : id === own;
      if (!isDue) continue;
      this.#looking = own;
      try {
        this.#last.set(own, await this.#lookAt(kept.url));
      } finally {
        this.#looking = null;
      }
    }
  }

  async #lookAt(list: string): Promise<Look> {
    const { adds, look, now } = this.#parts;
    const failures: Look['failures'][number][] = [];
    let [links, taken] = [0, 0];
    for await (const found of look(list, (url) => this.#asked.has(url))) {
      if (found.kind === 'failure') {
        const { name, code, message } = found;
        if (failures.length < TOLD) failures.push({ name, code, message });
        continue;
      }
      links += 1;
      if (found.kind === 'known') continue;
      // The others are there at the next look too.
      if (adds.room <= 0 || taken >= AT_ONCE) break;
      this.#asked.add(found.url);
      adds.take({ kind: 'url', url: found.url }, { list });
      taken += 1;
    }
    return { at: now().toISOString(), links, taken, failures };
  }
}
