-- What writers delivered, as canonical JSON. Rows are only ever added.
create table draft (
  id text primary key,
  run_id text not null,
  story_id text not null,
  story_revision integer not null check (story_revision >= 1),
  digest text not null,
  document bytea not null,
  written_at timestamptz not null
);

create index draft_by_story on draft (story_id, written_at);
create index draft_by_run on draft (run_id, story_id);
