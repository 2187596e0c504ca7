-- Sections that somebody had written again: what was asked for, what came of it, and what was done
-- with it. What was taken stands in draft_edit too.
create table section_rewrite (
  id text primary key,
  root text not null,
  draft_id text not null,
  section text not null,
  before text not null,
  note text not null,
  by_login text not null,
  by_name text not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  document bytea,
  reason text not null default '',
  outcome text not null default 'open' check (outcome in ('open', 'taken', 'left')),
  decided_by text not null default '',
  decided_at timestamptz
);
create index section_rewrite_root on section_rewrite (root, section, asked_at);
