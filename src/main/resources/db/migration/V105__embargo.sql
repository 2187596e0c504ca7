-- Not to be published before this time; it can be worked on until then.
alter table desk_place add column embargo timestamptz;
