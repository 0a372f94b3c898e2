-- Who took a decision back, and why. Of those taken back before these columns were there it is not known, until the tables are made again.
alter table corrections add column undone_author text;
alter table corrections add column undone_why text;
