import { type Kysely, sql } from 'kysely';
import { type Store, storable, type Tables, toJson } from '../store/index.ts';

/** One try to deliver something: when, and what came of it. */
export interface Attempt {
  readonly at: string;
  readonly status: number | null;
  readonly error: string | null;
}

/** One thing that is sent to a webhook, and how that went. */
export interface Delivery {
  /** The same at every try, and on every server that tells of the same. */
  readonly id: string;
  readonly at: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: readonly Attempt[];
}

/** A delivery as it is kept: of which webhook, when it is to be tried again, and the words that are sent. */
export interface KeptDelivery extends Delivery {
  readonly hook: string;
  readonly due: string;
  readonly body: string;
}

/**
 * What webhooks were told and are still to be told, kept beside the ledger through restarts and shared by all servers of a ledger.
 * Each of these deliveries is one server's to send: another takes it over only when that one has let go of it or is silent.
 */
export interface DeliveryBook {
  /** The last entry that was told of, by whatever server; null where none was. */
  readonly told: () => Promise<number | null>;
  readonly tell: (seq: number) => Promise<void>;
  /** Keeps a new delivery as this server's. False where it is kept already: then it is another's. */
  readonly begin: (delivery: KeptDelivery) => Promise<boolean>;
  /** Keeps how it went. What is over keeps no words. */
  readonly note: (delivery: KeptDelivery) => Promise<void>;
  /** What was sent to a webhook lately, the newest first. */
  readonly log: (hook: string) => Promise<readonly Delivery[]>;
  /** Says that this server still sends what is its own, and gives it what nobody sends. */
  readonly adopt: () => Promise<readonly KeptDelivery[]>;
  /** Leaves what is this server's to others, or to itself when it comes back. */
  readonly release: () => Promise<void>;
}

/** Deliveries of a webhook that are remembered when they are over. */
const REMEMBERED = 100;

interface Row {
  readonly id: string;
  readonly hook: string;
  readonly at: Date;
  readonly state: string;
  readonly attempts: unknown;
  readonly due: Date;
  readonly body: string;
}

// The table holds what this room put there.
const toDelivery = ({ id, at, state, attempts }: Omit<Row, 'due' | 'body' | 'hook'>): Delivery => ({
  id,
  at: at.toISOString(),
  state: state as Delivery['state'],
  attempts: attempts as readonly Attempt[],
});

const forget = async (database: Kysely<Tables>, hook: string): Promise<void> => {
  await sql`delete from deliveries where hook = ${hook} and state <> 'waiting' and id not in (
    select id from deliveries where hook = ${hook} order by at desc, id desc limit ${sql.lit(REMEMBERED)})`.execute(
    database,
  );
};

/** What is asked of the book of a store by a server of that name, which holds what it sends for so many milliseconds at a time. */
export const deliveryBook = (
  { database, kind }: Pick<Store, 'database' | 'kind'>,
  { owner, lease, now }: { readonly owner: string; readonly lease: number; readonly now: () => Date },
): DeliveryBook => {
  const held = (): string => new Date(now().getTime() + lease).toISOString();
  // Only one process has an embedded ledger open: whoever else held something is gone.
  const isFree = () => (kind === 'embedded' ? sql`true` : sql`(lease is null or lease < ${now().toISOString()})`);
  return {
    told: async () => {
      const row = await database.selectFrom('told').select('seq').executeTakeFirst();
      return row === undefined ? null : Number(row.seq);
    },
    tell: async (seq) => {
      await sql`insert into told (seq) values (${seq}) on conflict (one) do update set seq = greatest(told.seq, excluded.seq)`.execute(
        database,
      );
    },
    begin: async ({ id, hook, at, state, attempts, due, body }) => {
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('deliveries')
        .values({ id, hook, at, state, attempts: toJson(attempts), due, body: storable(body), owner, lease: held() })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    note: async ({ id, hook, state, attempts, due, body }) => {
      const isOver = state !== 'waiting';
      await database
        .updateTable('deliveries')
        .set({ state, attempts: toJson(attempts), due, body: isOver ? '' : storable(body) })
        .where('id', '=', id)
        .execute();
      if (isOver) await forget(database, hook);
    },
    log: async (hook) => {
      const rows = await database
        .selectFrom('deliveries')
        .select(['id', 'at', 'state', 'attempts'])
        .where('hook', '=', hook)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(REMEMBERED)
        .execute();
      return rows.map(toDelivery);
    },
    adopt: async () => {
      await sql`update deliveries set lease = ${held()} where owner = ${owner} and state = 'waiting'`.execute(database);
      const { rows } = await sql<Row>`
        update deliveries set owner = ${owner}, lease = ${held()} where id in (
          select id from deliveries where state = 'waiting' and owner is distinct from ${owner} and ${isFree()}
          order by due, id for update skip locked)
        returning id, hook, at, state, attempts, due, body`.execute(database);
      return rows.map((row) => ({ ...toDelivery(row), hook: row.hook, due: row.due.toISOString(), body: row.body }));
    },
    release: async () => {
      await sql`update deliveries set owner = null, lease = null where owner = ${owner} and state = 'waiting'`.execute(
        database,
      );
    },
  };
};
