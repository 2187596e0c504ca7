-- Definitions as they were applied: pipelines, prompts, label profiles, the newsroom itself.
create table definition (
  kind text not null,
  name text not null,
  digest text not null,
  body bytea not null,
  applied_at timestamptz not null,
  applied_by text not null,
  primary key (kind, name, applied_at)
);

-- Who paused or resumed a pipeline; the latest row rules.
create table pipeline_switch (
  pipeline text not null,
  paused boolean not null,
  switched_by text not null,
  switched_at timestamptz not null,
  primary key (pipeline, switched_at)
);

-- A run of a pipeline for one slot. The unique key is what makes a slot run once.
create table run (
  id text primary key,
  pipeline text not null,
  definition text not null,
  slot_label text not null,
  slot_at timestamptz not null,
  started_by text not null,
  started_at timestamptz not null,
  unique (pipeline, slot_label)
);

create table run_stage (
  run_id text not null references run (id),
  stage text not null,
  finished_at timestamptz not null,
  summary text not null,
  primary key (run_id, stage)
);

-- What became of each item and why: nothing is lost in silence.
create table run_item (
  run_id text not null references run (id),
  stage text not null,
  item text not null,
  outcome text not null,
  reason text not null,
  noted_at timestamptz not null,
  primary key (run_id, stage, item)
);

create table run_end (
  run_id text primary key references run (id),
  ended_at timestamptz not null,
  outcome text not null,
  summary text not null
);

-- Up to when the slots of a pipeline have been decided on: run, or passed over.
create table schedule_mark (
  pipeline text primary key,
  decided_until timestamptz not null
);
