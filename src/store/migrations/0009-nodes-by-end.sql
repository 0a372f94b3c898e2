-- Nodes are asked for as they stand: of one that has changed a hundred times the key leads to its last version without a look at the others.
-- A node has one version that ends with an entry, or with none.
alter table nodes drop constraint nodes_pkey;
alter table nodes add primary key (kind, id, until);
