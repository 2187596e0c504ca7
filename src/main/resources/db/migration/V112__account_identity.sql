-- By whom a provider of sign-on vouches for an account: its issuer and its own name for the person,
-- which never changes. An account is matched by nothing else.
create table account_identity (
  issuer text not null,
  subject text not null,
  login text not null references account (login),
  made_at timestamptz not null,
  primary key (issuer, subject)
);
