-- Who acts on whom and speaks about whom how often, and what each entry changed of it, as `daily` and `daily_changes` are of days: the
-- network of all records is a sum, now and at any moment. What people rejected is not counted.
create table pairs (
  kind text not null,
  source text not null,
  target text not null,
  label text not null,
  records integer not null,
  primary key (kind, source, target, label)
);
create table pair_changes (
  seq bigint not null,
  kind text not null,
  source text not null,
  target text not null,
  label text not null,
  records integer not null,
  primary key (seq, kind, source, target, label)
);

with counted as (
  select 'event' as kind, source, target, type as label, since, until
    from events, unnest(actors) as source, unnest(recipients) as target where review <> 'rejected'
  union all select 'statement', first, second, act, since, until
    from statements, unnest(speakers) as first, unnest(about) as second where review <> 'rejected'),
changed as (
  select kind, source, target, label, since as seq, 1 as by from counted
  union all select kind, source, target, label, until, -1 from counted where until <> 9223372036854775807)
insert into pair_changes
select seq, kind, source, target, label, sum(by) from changed group by 1, 2, 3, 4, 5 having sum(by) <> 0;
insert into pairs
select kind, source, target, label, sum(records) from pair_changes group by 1, 2, 3, 4 having sum(records) <> 0;
