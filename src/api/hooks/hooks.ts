import { randomUUID } from 'node:crypto';
import type { Delivery, Happened, Ledger } from '../../service/index.ts';
import { findQuery, matchesOf } from '../feeds/matches.ts';
import type { Hub } from '../live/hub.ts';
import { Problem } from '../problem.ts';
import { Deliveries, type DeliveryParts } from './deliveries.ts';
import { newSecret } from './sign.ts';
import { toWebhook, WEBHOOKS, type Webhook } from './webhook.ts';

/** Entries that are told of. */
const TOLD: ReadonlySet<string> = new Set(['read', 'correct']);
/** Entries that are looked at together. */
const AT_ONCE = 100;
/** Matches that one delivery holds. */
const MATCHES = 50;
/** Webhooks of one ledger. */
const MOST = 100;

/** What webhooks need: the ledger, who wakes them, and the world. */
export interface HookParts extends DeliveryParts {
  readonly ledger: Ledger;
  readonly hub: Hub;
  /** How often, in milliseconds, deliveries of servers that died are looked for. */
  readonly beat: number;
}

/** Tells webhooks of what is taken in. */
export class Hooks {
  readonly #parts: HookParts;
  readonly #deliveries: Deliveries;
  readonly #stop: () => void;
  readonly #timer: NodeJS.Timeout;
  #last: number | null = null;
  #work: Promise<void> = Promise.resolve();
  #isQueued = false;

  constructor(parts: HookParts) {
    this.#parts = parts;
    this.#deliveries = new Deliveries(parts, (key) => this.find(key));
    this.#stop = parts.hub.listen(() => this.#look());
    this.#timer = setInterval(() => void this.#adopt(), parts.beat);
    this.#timer.unref();
  }

  /**
   * Goes on with what waits since the last server ended, and listens: what was taken in since webhooks were last told, and what is
   * taken in from now on, is told.
   */
  async start(): Promise<void> {
    const { ledger, book } = this.#parts;
    const last = await ledger.last();
    const told = (await this.list()).length === 0 ? null : await book.told();
    this.#last = Math.min(told ?? last, last);
    await this.#adopt();
    this.#look();
  }

  #adopt(): Promise<void> {
    return this.#deliveries.adopt().catch((error) => this.#parts.report(error));
  }

  async list(): Promise<readonly Webhook[]> {
    const settings = await this.#parts.ledger.setting(WEBHOOKS);
    return settings.flatMap(({ key, value }) => toWebhook(key, value) ?? []);
  }

  async find(key: string): Promise<Webhook | null> {
    return (await this.list()).find((hook) => hook.key === key) ?? null;
  }

  /** Makes a webhook, or changes where it goes; its secret stays the same. */
  async put(key: string, url: string, query: string | null): Promise<Webhook> {
    const { ledger, now } = this.#parts;
    const hooks = await this.list();
    const before = hooks.find((hook) => hook.key === key);
    if (before === undefined && hooks.length >= MOST)
      throw new Problem(409, 'too-many', `There are ${MOST} webhooks already.`);
    if (query !== null && (await findQuery(ledger, query)) === null)
      throw new Problem(400, 'bad-request', `There is no saved query "${query}".`, 'query');
    const hook = { url, query, secret: before?.secret ?? newSecret(), made: before?.made ?? now().toISOString() };
    // A first webhook is told of what comes behind it.
    if (hooks.length === 0) await this.#parts.book.tell(await ledger.last());
    await ledger.set(WEBHOOKS, key, hook);
    return { key, ...hook };
  }

  async remove(key: string): Promise<void> {
    await this.#parts.ledger.set(WEBHOOKS, key, null);
  }

  /** What was sent to a webhook lately, the newest first. */
  log(key: string): Promise<readonly Delivery[]> {
    return this.#parts.book.log(key);
  }

  /** Sends something now, to try whether it arrives. */
  test(hook: Webhook): Promise<Delivery> {
    const at = this.#parts.now().toISOString();
    return this.#deliveries.send(hook, `test-${hook.key}-${at}-${randomUUID()}`, { type: 'test', at });
  }

  /** Resolves when all that was heard of is on its way. */
  looked(): Promise<void> {
    return this.#work;
  }

  async close(): Promise<void> {
    this.#stop();
    clearInterval(this.#timer);
    await this.#work;
    await this.#deliveries.close();
  }

  #look(): void {
    if (this.#isQueued || this.#last === null) return;
    this.#isQueued = true;
    this.#work = this.#work
      .then(() => {
        this.#isQueued = false;
        return this.#tellNews();
      })
      .catch((error) => this.#parts.report(error));
  }

  async #tellNews(): Promise<void> {
    for (let isMore = true; isMore; ) {
      const news = await this.#parts.ledger.happenings(this.#last ?? 0, AT_ONCE);
      const hooks = news.some(({ kind }) => TOLD.has(kind)) ? await this.list() : [];
      if (hooks.length > 0) await this.#tellAll(hooks, news);
      this.#last = news.at(-1)?.seq ?? this.#last;
      isMore = news.length === AT_ONCE;
    }
  }

  /** Tells webhooks of entries; what another server has told of, nobody needs to look at again. */
  async #tellAll(hooks: readonly Webhook[], news: readonly Happened[]): Promise<void> {
    const { book } = this.#parts;
    const told = (await book.told()) ?? 0;
    const untold = news.filter(({ kind, seq }) => TOLD.has(kind) && seq > told);
    for (const happened of untold) for (const hook of hooks) await this.#tell(hook, happened);
    await book.tell(news.at(-1)?.seq ?? told);
  }

  async #tell(hook: Webhook, happened: Happened): Promise<void> {
    const { ledger } = this.#parts;
    const query = hook.query === null ? null : await findQuery(ledger, hook.query);
    if (hook.query !== null && query === null) return;
    const { document, seq } = happened;
    const matches = query === null || document === null ? null : await matchesOf(ledger, query, MATCHES, document);
    if (query !== null && (matches?.length ?? 0) === 0) return;
    await this.#deliveries.send(hook, `${hook.key}-${seq}`, {
      type: 'entry',
      at: happened.at,
      entry: happened,
      query: hook.query,
      items: matches ?? [],
    });
  }
}
