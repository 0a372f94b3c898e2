-- What an entry was about, for those who listen: they ask for entries after the last one that they heard of.

create index readouts_since on readouts (since);
create index corrections_since on corrections (since);
