-- Prompts that were tried on a stored story. Nothing here is queued or published; what a trial wrote
-- can be taken away, and the rest stays.
create table prompt_trial (
  id text primary key,
  pipeline text not null,
  story_id text not null,
  story_revision integer not null,
  baseline text not null,
  prompt_id text not null,
  prompt_version text not null,
  prompt_digest text not null,
  instructions text not null,
  model text not null,
  draft bytea,
  report bytea,
  reason text not null,
  by_login text not null,
  by_name text not null,
  made_at timestamptz not null,
  taken_away_at timestamptz,
  check ((draft is null) = (report is null))
);
create index prompt_trial_made on prompt_trial (made_at);
