import type { Happened, Ledger } from '../../service/index.ts';
import { findQuery, matchesOf } from '../feeds/matches.ts';
import type { Hub } from '../live/hub.ts';
import { Problem } from '../problem.ts';
import { Deliveries, type Delivery, type DeliveryParts } from './deliveries.ts';
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
}

/** Tells webhooks of what is taken in. */
export class Hooks {
  readonly #parts: HookParts;
  readonly #deliveries: Deliveries;
  readonly #stop: () => void;
  #last: number | null = null;
  #work: Promise<void> = Promise.resolve();
  #isQueued = false;

  constructor(parts: HookParts) {
    this.#parts = parts;
    this.#deliveries = new Deliveries(parts);
    this.#stop = parts.hub.listen(() => this.#look());
  }

  /** Begins to listen: what is taken in from now on is told. */
  async start(): Promise<void> {
    this.#last = await this.#parts.ledger.last();
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
    await ledger.set(WEBHOOKS, key, hook);
    return { key, ...hook };
  }

  async remove(key: string): Promise<void> {
    await this.#parts.ledger.set(WEBHOOKS, key, null);
  }

  /** What was sent to a webhook lately, the newest first. */
  log(key: string): readonly Delivery[] {
    return this.#deliveries.log(key);
  }

  /** Sends something now, to try whether it arrives. */
  test(hook: Webhook): Delivery {
    const at = this.#parts.now().toISOString();
    return this.#deliveries.send(hook, `test-${at}`, { type: 'test', at });
  }

  /** Resolves when all that was heard of is on its way. */
  looked(): Promise<void> {
    return this.#work;
  }

  async close(): Promise<void> {
    this.#stop();
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
    for (;;) {
      const news = await this.#parts.ledger.happenings(this.#last ?? 0, AT_ONCE);
      const hooks = news.some(({ kind }) => TOLD.has(kind)) ? await this.list() : [];
      for (const happened of news) {
        for (const hook of TOLD.has(happened.kind) ? hooks : []) await this.#tell(hook, happened);
        this.#last = happened.seq;
      }
      if (news.length < AT_ONCE) return;
    }
  }

  async #tell(hook: Webhook, happened: Happened): Promise<void> {
    const { ledger } = this.#parts;
    const query = hook.query === null ? null : await findQuery(ledger, hook.query);
    if (hook.query !== null && query === null) return;
    const { document, seq } = happened;
    const matches = query === null || document === null ? null : await matchesOf(ledger, query, MATCHES, document);
    if (query !== null && (matches?.length ?? 0) === 0) return;
    this.#deliveries.send(hook, `${hook.key}-${seq}`, {
      type: 'entry',
      at: happened.at,
      entry: happened,
      query: hook.query,
      items: matches ?? [],
    });
  }
}
