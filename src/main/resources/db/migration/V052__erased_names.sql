-- Names of people can be erased. Each becomes a number, which stands in the name's place everywhere.
create table erased_person (
  number bigint generated always as identity primary key,
  erased_at timestamptz not null
);
create index review_state_person on review_state (decided_by) where decided_by is not null;
