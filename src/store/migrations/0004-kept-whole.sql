-- Entries of the journal that could not be applied to the tables: they stay in the journal, and are tried again when the tables are made
-- again.
create table passed_over (
  seq bigint primary key,
  kind text not null,
  message text not null
);

-- With which entry a decision was taken back. Of those taken back before this column was there it is not known any more: they count as
-- never held, until the tables are made again.
alter table corrections add column undone_at bigint;
update corrections set undone_at = since where undone_by is not null;

-- From when to when the engine in use found no record for a correction.
create table unanchored (
  correction text not null,
  since bigint not null,
  until bigint not null default 9223372036854775807,
  primary key (correction, since)
);
insert into unanchored (correction, since) select id, since from corrections where state = 'unanchored';

-- Addresses and names of inputs may be longer than a B-tree takes.
drop index documents_url;
create index documents_url on documents using hash (url);
alter table failures drop constraint failures_pkey;
create index failures_name on failures using hash (name);
