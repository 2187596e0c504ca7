-- Who may sign in. Accounts are closed, never deleted, since their names stand in what they did.
create table account (
  login text primary key check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  name text not null,
  roles text[] not null,
  password text,
  must_change boolean not null,
  closed_at timestamptz,
  created_at timestamptz not null
);

-- Every administrative act, and every look at what is personal. Rows are only ever added.
create table administrative_act (
  id bigint generated always as identity primary key,
  by_login text not null,
  act text not null,
  about text not null,
  details text not null,
  done_at timestamptz not null
);
create index administrative_act_about on administrative_act (about, id);
