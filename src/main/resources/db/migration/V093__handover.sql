-- A process that watches a run of another one shows the same notices and gives the same result.
alter table run_item add column problem boolean not null default false;
alter table run_end add column result bytea;
