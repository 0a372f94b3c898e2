-- Ways to rows that are rare, in which few rows stand, so that they cost little.

-- Records of more than two: who acts on whom in them is found by those who take part as well. All others are among the pairs of an actor.
create index events_crowd on events using gin ((actors || recipients))
  where cardinality(actors) > 0 and cardinality(recipients) > 0 and cardinality(actors) + cardinality(recipients) > 2;
create index statements_crowd on statements using gin (speakers) where cardinality(speakers) > 1 and cardinality(about) > 0;

-- Rows that nobody has decided on and that are doubtful for a reason that few have, as src/service/review/doubts.ts writes it: a condition
-- that is written otherwise does not find its index.
create index statements_source_missing on statements (at desc, row desc)
  where review = 'none' and source is null and cardinality(speakers) = 0 and not attitude;
create index statements_odd_length on statements (at desc, row desc) where review = 'none' and (length(content) < 12 or length(content) > 700);
create index events_on_itself on events (at desc, row desc) where review = 'none' and actors && recipients;
create index events_against_time on events (at desc, row desc) where review = 'none' and (
  (realis = 'actual' and starts at time zone 'UTC' > at at time zone 'UTC' + interval '1 day')
  or (realis in ('planned', 'expected') and ends at time zone 'UTC' <= date_trunc('day', at at time zone 'UTC')));
create index events_alone on events (at desc, row desc)
  where review = 'none' and type in ('CONSULT', 'AGREE', 'COOPERATE') and cardinality(actors) = 1 and cardinality(recipients) = 0;
create index events_nobody_undergoes on events (at desc, row desc)
  where review = 'none' and type in ('ACCUSE', 'THREATEN', 'SANCTION', 'COERCE', 'ASSAULT', 'AID') and cardinality(recipients) = 0;
create index events_time_open on events (at desc, row desc) where review = 'none' and record->>'time' is not null and starts is null;
