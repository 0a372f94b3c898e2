-- The ledger as tables. All of it is made from the journal and can be made again.
--
-- What can change has a time of knowing: `since` is the number of the entry from which it held, `until` that of the entry from which
-- it no longer did (the greatest bigint while it holds). "What was known at entry n" is: since <= n and until > n.

create extension if not exists pg_trgm;

-- On a server, the entries themselves. An embedded store keeps them in files, synced to the disk.
create table journal (
  seq bigint primary key,
  at timestamptz not null,
  kind text not null,
  data text not null
);

-- Which entries these tables hold, and when they were taken in.
create table moments (
  seq bigint primary key,
  at timestamptz not null,
  kind text not null
);
create index moments_at on moments (at);

-- Reports. They never change.
create table documents (
  id text primary key,
  since bigint not null,
  name text not null,
  url text,
  title text,
  publisher text,
  family text,
  agency text,
  language text not null,
  published text,
  at timestamptz not null,
  origin text not null,
  likeness text,
  words integer not null,
  search tsvector not null
);
create index documents_at on documents (at desc, id desc);
create index documents_origin on documents (origin);
create index documents_url on documents (url);
create index documents_search on documents using gin (search);

-- What an engine read out of a report: a readout as raw deflated JSON.
create table readouts (
  document text not null,
  engine text not null,
  since bigint not null,
  until bigint not null default 9223372036854775807,
  body bytea not null,
  primary key (document, since)
);

-- Inputs that could not be read, until they could.
create table failures (
  name text not null,
  code text not null,
  message text not null,
  since bigint not null,
  until bigint not null default 9223372036854775807,
  primary key (name, since)
);

-- `search` holds the words and, as "~24291", the month of the report (years times twelve) and, as "~deny", the act or type: the newest rows
-- with a common word are found month by month inside the index, without reading all rows that have the word.
create table statements (
  row bigint generated always as identity primary key,
  id text not null,
  document text not null,
  since bigint not null,
  until bigint not null default 9223372036854775807,
  at timestamptz not null,
  act text not null,
  attitude boolean not null,
  quotation text not null,
  speakers text[] not null,
  channels text[] not null,
  source text,
  cue text not null,
  content text not null,
  addressee text,
  said_start timestamptz,
  said_end timestamptz,
  country text,
  parent text,
  node text not null,
  situation text,
  origin text not null,
  family text,
  review text not null default 'none',
  rule text not null,
  record jsonb not null,
  search tsvector generated always as (to_tsvector('english', coalesce(source, '') || ' ' || content) || array_to_tsvector(array['~' || (extract(year from at at time zone 'UTC') * 12 + extract(month from at at time zone 'UTC') - 1)::int, '~' || act])) stored
);
create index statements_at on statements (at desc, row desc);
create index statements_act on statements (act, at desc, row desc);
create index statements_country on statements (country, at desc, row desc) where country is not null;
create index statements_review on statements (review, at desc, row desc) where review <> 'none';
create index statements_situation on statements (situation, at desc, row desc);
create index statements_document on statements (document, id);
create index statements_node on statements (node);
create index statements_search on statements using gin (search);

create table events (
  row bigint generated always as identity primary key,
  id text not null,
  document text not null,
  since bigint not null,
  until bigint not null default 9223372036854775807,
  at timestamptz not null,
  type text not null,
  mode text,
  contexts text[] not null,
  realis text not null,
  actors text[] not null,
  recipients text[] not null,
  trigger text not null,
  starts timestamptz,
  ends timestamptz,
  grain text,
  place text,
  country text,
  latitude double precision,
  longitude double precision,
  asserted_by text[] not null,
  statement text,
  node text not null,
  situation text,
  origin text not null,
  family text,
  review text not null default 'none',
  rule text not null,
  sentence text not null,
  record jsonb not null,
  search tsvector generated always as (to_tsvector('english', sentence) || array_to_tsvector(array['~' || (extract(year from at at time zone 'UTC') * 12 + extract(month from at at time zone 'UTC') - 1)::int, '~' || type])) stored
);
create index events_at on events (at desc, row desc);
create index events_type on events (type, at desc, row desc);
create index events_realis on events (realis, at desc, row desc);
create index events_country on events (country, at desc, row desc) where country is not null;
create index events_review on events (review, at desc, row desc) where review <> 'none';
create index events_situation on events (situation, at desc, row desc);
create index events_document on events (document, id);
create index events_node on events (node);
create index events_search on events using gin (search);

-- Who takes part in a statement or an event, as a way into them by actor. `label` is the act of a statement, the type of an event.
create table participants (
  kind text not null,
  role text not null,
  actor text not null,
  label text not null,
  at timestamptz not null,
  row bigint not null,
  since bigint not null,
  until bigint not null default 9223372036854775807
);
create index participants_actor on participants (actor, kind, at desc, row desc) include (role, label, since, until);
create index participants_label on participants (actor, kind, label, at desc, row desc) include (role, since, until);
create index participants_row on participants (kind, row);

-- How many records stand now, by the day of their reports: what people rejected is not counted.
create table daily (
  kind text not null,
  day date not null,
  label text not null,
  records integer not null,
  primary key (kind, day, label)
);

-- What the ledger knows across reports: actors, events, statements, disputes, the agenda, situations.
create table nodes (
  kind text not null,
  id text not null,
  since bigint not null,
  until bigint not null default 9223372036854775807,
  name text not null,
  at timestamptz not null,
  reports integer not null,
  publishers integer not null,
  origins integer not null,
  keys text[] not null,
  review text not null default 'none',
  summary jsonb not null,
  primary key (kind, id, since)
);
create index nodes_now on nodes (kind, at desc, id) where until = 9223372036854775807;
create index nodes_name on nodes using gin (name gin_trgm_ops) where until = 9223372036854775807;

-- By what words and actors nodes are looked up, as things stand now: a hash of 53 bits of the kind and the key. What it leads to is
-- compared by its keys again, so that two keys with one hash do no harm.
create table node_keys (
  key bigint not null,
  node text not null,
  since bigint not null
);
create index node_keys_newest on node_keys (key, since desc, node);
create index node_keys_node on node_keys (node);

create table members (
  kind text not null,
  node text not null,
  document text not null,
  record text not null,
  reason text not null,
  since bigint not null,
  until bigint not null default 9223372036854775807
);
create index members_node on members (kind, node);
create index members_record on members (document, record);

-- A node that was found to be another one.
create table redirects (
  kind text not null,
  source text not null,
  target text not null,
  reason text not null,
  since bigint not null,
  until bigint not null default 9223372036854775807,
  primary key (kind, source, since)
);

-- By which runs of words a report is found again in its copies.
create table fingerprints (
  value bigint not null,
  document text not null,
  primary key (value, document)
);

-- What people decided. `state`: applied, unanchored (the engine in use finds no such record), undone.
create table corrections (
  id text primary key,
  since bigint not null,
  author text not null,
  why text,
  action text not null,
  kind text not null,
  document text,
  record text,
  target jsonb not null,
  change jsonb not null,
  undone_by text,
  state text not null
);
create index corrections_document on corrections (document, record);
create index corrections_record on corrections (record);

-- Saved queries, feeds that are watched, tokens, webhooks.
create table settings (
  kind text not null,
  key text not null,
  value jsonb not null,
  since bigint not null,
  until bigint not null default 9223372036854775807,
  primary key (kind, key, since)
);
