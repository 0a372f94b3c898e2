-- What webhooks are told. Not made from the journal: it means nothing for the ledger, and a backup does not hold it. A restart of the
-- server goes on from here; where the tables are made again after a power cut, what waited is lost and the receiver asks for what is new.
create table deliveries (
  id text primary key,
  hook text not null,
  at timestamptz not null,
  -- waiting, delivered, failed
  state text not null,
  attempts jsonb not null,
  -- When it is to be tried again.
  due timestamptz not null,
  body text not null,
  -- Which server sends it, and until when it said that it would.
  owner text,
  lease timestamptz
);
create index deliveries_hook on deliveries (hook, at);
create index deliveries_waiting on deliveries (lease) where state = 'waiting';

-- The last entry that webhooks were told of; one row.
create table told (
  one integer primary key default 1,
  seq bigint not null
);
