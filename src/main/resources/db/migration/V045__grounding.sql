create table grounding_report (
  draft_id text primary key,
  document bytea not null,
  checked_at timestamptz not null
);
