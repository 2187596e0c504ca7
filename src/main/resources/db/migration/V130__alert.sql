-- What went wrong and was told to operators. A row stands from when it was first seen; it is over
-- when ended_at is set, and then never changes again.
create table alert (
  id bigint generated always as identity primary key,
  kind text not null,
  about text not null,
  sentence text not null,
  began_at timestamptz not null,
  ended_at timestamptz
);
create unique index alert_open on alert (kind, about) where ended_at is null;

-- What is sent to one recipient: once when an alert begins, once when it is over, or as a test.
create table alert_message (
  id bigint generated always as identity primary key,
  alert_id bigint references alert (id),
  phase text not null check (phase in ('begun', 'over', 'test')),
  channel text not null check (channel in ('webhook', 'mail')),
  recipient text not null,
  subject text not null,
  body text not null,
  made_at timestamptz not null,
  check ((alert_id is null) = (phase = 'test'))
);

-- Every try to send a message, and what was answered. Rows are only ever added.
create table alert_try (
  message_id bigint not null references alert_message (id),
  number integer not null check (number >= 1),
  tried_at timestamptz not null,
  outcome text not null check (outcome in ('delivered', 'failed', 'given up')),
  answer text not null,
  primary key (message_id, number)
);
