-- Calls to models. A row stands here before the call is made; what came of it is a row beside it.
-- A call without an outcome was in flight when the program stopped, and is charged as reserved.
create table model_call (
  run_id text not null,
  story_id text not null,
  stage text not null,
  number integer not null check (number >= 1),
  attempt integer not null check (attempt >= 1),
  budget text not null,
  day date not null,
  model text not null,
  request_digest text not null,
  request bytea not null,
  reserved_tokens bigint not null check (reserved_tokens >= 0),
  reserved_micros bigint not null check (reserved_micros >= 0),
  started_at timestamptz not null,
  primary key (run_id, story_id, stage, number)
);

create index model_call_by_day on model_call (budget, day);

create table model_outcome (
  run_id text not null,
  story_id text not null,
  stage text not null,
  number integer not null,
  kind text not null check (kind in ('answered', 'failed', 'unknown')),
  answer bytea,
  answer_digest text,
  reason text,
  input_tokens bigint not null check (input_tokens >= 0),
  output_tokens bigint not null check (output_tokens >= 0),
  cost_micros bigint not null check (cost_micros >= 0),
  ended_at timestamptz not null,
  primary key (run_id, story_id, stage, number),
  foreign key (run_id, story_id, stage, number)
    references model_call (run_id, story_id, stage, number),
  check ((kind = 'answered') = (answer is not null)),
  check ((kind = 'answered') = (answer_digest is not null)),
  check ((kind = 'answered') = (reason is null))
);

-- The secret from which the marks in messages are derived, made at first use.
create table model_marker_key (
  only_one boolean primary key default true check (only_one),
  secret bytea not null
);
