-- On which days, in the newsroom's zone, a serving node erased what the retention rules say is due.
create table retention_day (
  day date primary key,
  swept_at timestamptz not null,
  erased integer not null,
  held integer not null
);
