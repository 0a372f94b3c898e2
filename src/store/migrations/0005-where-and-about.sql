-- Where an event is, as a key that events at one place share, and how exactly that is known (town, region, country). Of rows that were
-- there before it is not known how exactly: they are told by name until their report is read again.
alter table events add column place_id text;
alter table events add column precision text;
update events set place_id = coalesce(country, '') || '/' || lower(place) where place is not null;
create index events_place on events (place_id, at desc, row desc) where place_id is not null;

-- The actors that a statement is about.
alter table statements add column about text[] not null default '{}';
update statements s set about = array(select jsonb_array_elements_text(n.summary->'about'))
  from nodes n where n.kind = 'statement' and n.id = s.node and n.until = 9223372036854775807;
