-- Names are looked for as they were at a moment too: without this, all versions of all nodes are read.
create index nodes_name_past on nodes using gin (name gin_trgm_ops) where until <> 9223372036854775807;
