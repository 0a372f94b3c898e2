-- Reports that wait to be read by workers on a server. The queue (pg-boss, in a schema of its own) holds their ids only.
create table inbox (
  id text primary key,
  name text not null,
  document text not null,
  at timestamptz not null default now()
);
