-- Each change that a person made to a draft; it makes a draft of its own. Rows are only ever added.
-- No draft is changed twice: who comes second is told, and loses nothing.
create table draft_edit (
  draft_id text primary key references draft (id),
  previous text not null unique references draft (id),
  root text not null references draft (id),
  kind text not null check (kind in ('amendment', 'undo')),
  document bytea,
  by_login text not null,
  by_name text not null,
  edited_at timestamptz not null
);
create index draft_edit_root on draft_edit (root, edited_at);

-- What people did at the desk beside changing words: opened, looked, settled, commented, assigned.
create table desk_event (
  id bigint generated always as identity primary key,
  root text not null references draft (id),
  draft_id text not null references draft (id),
  kind text not null,
  document bytea not null,
  by_login text not null,
  by_name text not null,
  noted_at timestamptz not null
);
create index desk_event_root on desk_event (root, id);
