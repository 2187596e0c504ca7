-- Where each draft is at the desk. Rows are only ever added; the latest one of a draft stands.
create table review_state (
  id bigint generated always as identity primary key,
  draft_id text not null,
  state text not null
    check (state in ('waiting', 'approved', 'released by policy', 'sent back', 'spiked')),
  flags bytea not null,
  decided_by text,
  role text,
  reason text,
  decided_at timestamptz not null,
  check ((state = 'approved') = (role is not null))
);
create index review_state_draft on review_state (draft_id, id);
