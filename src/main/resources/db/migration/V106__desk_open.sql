-- Who has a draft's line open now. A row lives a minute, so it is not logged and nobody misses it.
create unlogged table desk_open (
  root text not null,
  login text not null,
  name text not null,
  seen_at timestamptz not null,
  primary key (root, login)
);
