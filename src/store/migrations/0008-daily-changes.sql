-- What each entry changed of the counts of days, so that the counts of a past moment are a sum too: what records began with an entry less
-- what ended with it, without those that people rejected.
create table daily_changes (
  seq bigint not null,
  kind text not null,
  day date not null,
  label text not null,
  records integer not null,
  primary key (seq, kind, day, label)
);

with counted as (
  select 'statement' as kind, at, act as label, since, until from statements where review <> 'rejected'
  union all select 'event', at, type, since, until from events where review <> 'rejected'),
changed as (
  select kind, at, label, since as seq, 1 as by from counted
  union all select kind, at, label, until, -1 from counted where until <> 9223372036854775807)
insert into daily_changes
select seq, kind, (at at time zone 'UTC')::date, label, sum(by) from changed group by 1, 2, 3, 4 having sum(by) <> 0;
