-- What arrives at the desk from outside: readers report an error, or a cited page has changed. Rows
-- are only ever added, but for a reader's words and contact, which may be erased.
create table task (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('report', 'source')),
  brief_id text not null,
  version int not null,
  -- What was found, canonical JSON; of a report it stands in task_report.
  document bytea not null,
  -- The same thing is told once.
  fingerprint text not null unique,
  opened_at timestamptz not null
);
create index task_brief on task (brief_id, id);

create table task_report (
  task_id bigint primary key references task (id),
  message text,
  contact text,
  erased_at timestamptz,
  check ((message is null) = (erased_at is not null))
);

create table task_event (
  id bigint generated always as identity primary key,
  task_id bigint not null references task (id),
  kind text not null check (kind in ('taken', 'given back', 'closed', 'opened again', 'erased')),
  reason text not null,
  by_login text not null,
  by_name text not null,
  noted_at timestamptz not null
);
create index task_event_task on task_event (task_id, id);

-- When each cited page of a version was looked at last, and when it is looked at next.
create table source_watch (
  brief_id text not null,
  version int not null,
  article_id text not null,
  looked_at timestamptz not null,
  next_at timestamptz not null,
  outcome text not null,
  failures int not null,
  primary key (brief_id, version, article_id)
);
