-- Sums over records that keep what they were: `first` and `last` are the entries that changed one first and last, and what it was between
-- them stands apart, from the entry that made it so to the one that changed it. So a sum that only one entry made has no past, and what was
-- known at a moment is one row for each sum. What people rejected is not counted.

-- What actors do, undergo, plan and say, by the day it begins, or that its report was published; `realis` is empty for statements.
-- `undated` of the records tell no time.
create table lanes (
  number bigint generated always as identity,
  actor text not null,
  kind text not null,
  day date not null,
  label text not null,
  realis text not null,
  records integer not null,
  undated integer not null,
  first bigint not null,
  last bigint not null
);
create table lane_pasts (
  number bigint not null,
  since bigint not null,
  until bigint not null,
  records integer not null,
  undated integer not null
);

create temporary table moved on commit drop as
with told as (
  select actor, 'event' as kind, coalesce(starts, at) as begins, type as label, realis, (starts is null)::int as undated, since, until
    from events cross join lateral (select distinct unnest(actors || recipients) as actor) as part where review <> 'rejected'
  union all select actor, 'statement', coalesce(said_start, at), act, '', (said_start is null)::int, since, until
    from statements cross join lateral unnest(speakers) as actor where review <> 'rejected'),
changed as (
  select actor, kind, begins, label, realis, since as seq, 1 as records, undated from told
  union all select actor, kind, begins, label, realis, until, -1, -undated from told where until <> 9223372036854775807)
select actor, kind, (begins at time zone 'UTC')::date as day, label, realis, seq, sum(records)::int as records, sum(undated)::int as undated
from changed group by 1, 2, 3, 4, 5, 6 having sum(records) <> 0 or sum(undated) <> 0;
insert into lanes (actor, kind, day, label, realis, records, undated, first, last)
select actor, kind, day, label, realis, sum(records), sum(undated), min(seq), max(seq) from moved group by 1, 2, 3, 4, 5;
insert into lane_pasts
select * from (
  select number, seq as since, lead(seq) over each as until, sum(m.records) over each as records, sum(m.undated) over each as undated
  from lanes l join moved m using (actor, kind, day, label, realis) where l.first <> l.last
  window each as (partition by number order by seq)) as past
where until is not null;
drop table moved;
create unique index lanes_actor on lanes (actor, kind, day, label, realis);
alter table lane_pasts add primary key (number, until);

-- Events by where they are, what is done and whether it comes about. `site` is the place with all that is known of it:
-- [id, name, country, precision, latitude, longitude], or empty where none is told.
create table sites (
  number bigint generated always as identity,
  site jsonb not null,
  type text not null,
  realis text not null,
  records integer not null,
  first bigint not null,
  last bigint not null
);
create table site_pasts (
  number bigint not null,
  since bigint not null,
  until bigint not null,
  records integer not null
);

create temporary table moved on commit drop as
with told as (
  select case when place_id is null then '[]' else jsonb_build_array(place_id, place, country, precision, latitude, longitude) end as site,
    type, realis, since, until from events where review <> 'rejected'),
changed as (
  select site, type, realis, since as seq, 1 as records from told
  union all select site, type, realis, until, -1 from told where until <> 9223372036854775807)
select site, type, realis, seq, sum(records)::int as records from changed group by 1, 2, 3, 4 having sum(records) <> 0;
insert into sites (site, type, realis, records, first, last)
select site, type, realis, sum(records), min(seq), max(seq) from moved group by 1, 2, 3;
insert into site_pasts
select * from (
  select number, seq as since, lead(seq) over each as until, sum(m.records) over each as records
  from sites s join moved m using (site, type, realis) where s.first <> s.last
  window each as (partition by number order by seq)) as past
where until is not null;
drop table moved;
create unique index sites_site on sites (site, type, realis);
alter table site_pasts add primary key (number, until);

-- Counts of days and pairs of actors likewise, in place of what each entry changed of them.
alter table daily
  add column number bigint generated always as identity,
  add column first bigint not null default 0,
  add column last bigint not null default 0;
create table daily_pasts (
  number bigint not null,
  since bigint not null,
  until bigint not null,
  records integer not null
);
delete from daily_changes where records = 0;
insert into daily (kind, day, label, records)
select distinct kind, day, label, 0 from daily_changes on conflict do nothing;
update daily d set records = c.records, first = c.first, last = c.last
from (select kind, day, label, sum(records) as records, min(seq) as first, max(seq) as last from daily_changes group by 1, 2, 3) as c
where d.kind = c.kind and d.day = c.day and d.label = c.label;
insert into daily_pasts
select * from (
  select number, seq as since, lead(seq) over each as until, sum(c.records) over each as records
  from daily d join daily_changes c using (kind, day, label) where d.first <> d.last
  window each as (partition by number order by seq)) as past
where until is not null;
alter table daily alter column first drop default, alter column last drop default;
alter table daily_pasts add primary key (number, until);
drop table daily_changes;

alter table pairs
  add column number bigint generated always as identity,
  add column first bigint not null default 0,
  add column last bigint not null default 0;
create table pair_pasts (
  number bigint not null,
  since bigint not null,
  until bigint not null,
  records integer not null
);
delete from pair_changes where records = 0;
insert into pairs (kind, source, target, label, records)
select distinct kind, source, target, label, 0 from pair_changes on conflict do nothing;
update pairs p set records = c.records, first = c.first, last = c.last
from (select kind, source, target, label, sum(records) as records, min(seq) as first, max(seq) as last from pair_changes group by 1, 2, 3, 4) as c
where p.kind = c.kind and p.source = c.source and p.target = c.target and p.label = c.label;
insert into pair_pasts
select * from (
  select number, seq as since, lead(seq) over each as until, sum(c.records) over each as records
  from pairs p join pair_changes c using (kind, source, target, label) where p.first <> p.last
  window each as (partition by number order by seq)) as past
where until is not null;
alter table pairs alter column first drop default, alter column last drop default;
alter table pair_pasts add primary key (number, until);
drop table pair_changes;
create index pairs_target on pairs (kind, target);
