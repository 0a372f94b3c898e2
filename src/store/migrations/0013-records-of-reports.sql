-- What each entry changed of how many records a report has that was taken in with an entry (`taken`): so it is known how many came with the
-- reports since a moment. What people rejected is not counted.
create table report_changes (
  taken bigint not null,
  seq bigint not null,
  kind text not null,
  records integer not null,
  primary key (taken, seq, kind)
);

with counted as (
  select 'statement' as kind, document, since, until from statements where review <> 'rejected'
  union all select 'event', document, since, until from events where review <> 'rejected'),
changed as (
  select kind, document, since as seq, 1 as by from counted
  union all select kind, document, until, -1 from counted where until <> 9223372036854775807)
insert into report_changes
select d.since, c.seq, c.kind, sum(c.by) from changed c join documents d on d.id = c.document group by 1, 2, 3 having sum(c.by) <> 0;
