-- What lets a script in as an account. The token itself is shown once and kept nowhere; a token is
-- revoked, never deleted, since what it did stands under its name.
create table api_token (
  id bigint generated always as identity primary key,
  digest text not null unique,
  login text not null references account (login),
  name text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz
);
create index api_token_login on api_token (login, id);
