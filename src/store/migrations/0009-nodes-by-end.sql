-- Nodes are asked for as they stand: of one that has changed a hundred times the key leads to its last version without a look at the others.
-- A node has one version that ends with an entry, or with none. In a ledger from before there may be others, which nothing kept out:
-- a version that ended with the entry it began with was never seen, and one that still stood when the next began ended there.
delete from nodes where since >= until;
update nodes n set until = next.since
from (select kind, id, since as began, lead(since) over (partition by kind, id order by since) as since from nodes) as next
where n.kind = next.kind and n.id = next.id and n.since = next.began and next.since < n.until;
alter table nodes drop constraint nodes_pkey;
alter table nodes add primary key (kind, id, until);
