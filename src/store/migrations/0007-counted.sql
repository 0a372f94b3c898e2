-- What nodes of a ledger from before are counted by. Houses were not kept: they are known again where a report is read anew.
update nodes set summary = summary || jsonb_build_object(
  'documents', '[]'::jsonb, 'publishers', '[]'::jsonb, 'origins', '[]'::jsonb,
  'counts', jsonb_build_object('reports', reports, 'publishers', 0, 'origins', 0))
where kind = 'actor' and not summary ? 'counts';

update nodes n set summary = n.summary || jsonb_build_object(
  'type', coalesce(e.summary->>'type', ''),
  'tellings', (select jsonb_agg(step || jsonb_build_object('publisher', null, 'origin', step->'document'))
    from jsonb_array_elements(n.summary->'steps') as step),
  'counts', jsonb_build_object('reports', n.reports, 'publishers', 0, 'origins', n.reports))
from nodes as a left join nodes as e
  on e.kind = 'event' and e.id = a.summary->>'event' and e.since <= a.since and a.since < e.until
where n.kind = 'agenda' and not n.summary ? 'counts' and a.kind = n.kind and a.id = n.id and a.since = n.since;

with told as (
  select d.id, d.since, side.*, side.value || jsonb_build_object(
    'publisher', null, 'origin', side.value->'document',
    'who', coalesce(n.summary->'speakers', n.summary->'actors', '[]'::jsonb),
    'what', coalesce(n.summary->'act', n.summary->'type', '""'::jsonb)) as whole
  from nodes d
  cross join lateral jsonb_array_elements(jsonb_build_array(d.summary->'claim') || (d.summary->'counters'))
    with ordinality as side(value, place)
  left join lateral (
    select summary from nodes where kind = side.value->>'kind' and id = side.value->>'node'
    order by since desc limit 1) as n on true
  where d.kind = 'dispute'),
sides as (select id, since, jsonb_agg(whole order by place) as all_of_it from told group by id, since)
update nodes d set summary = d.summary || jsonb_build_object('claim', all_of_it->0, 'counters', all_of_it - 0)
from sides s
where d.kind = 'dispute' and d.id = s.id and d.since = s.since and not d.summary->'claim' ? 'origin';
