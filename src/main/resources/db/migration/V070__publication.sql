-- A version that was decided on; everything in it follows from this row and its draft.
create table planned_version (
  brief_id text not null,
  version int not null,
  draft_id text not null unique,
  slug text not null,
  kind text not null,
  note text,
  pipeline text not null,
  run_id text,
  imprint bytea not null,
  label_profile text not null,
  published_at timestamptz not null,
  primary key (brief_id, version)
);

-- What has been attested and is not yet released; a row leaves when its release is written.
create table outbox (
  brief_id text not null,
  version int not null,
  put_at timestamptz not null,
  primary key (brief_id, version),
  foreign key (brief_id, version) references planned_version (brief_id, version)
);

create table release (
  brief_id text not null,
  version int not null,
  channel text not null,
  released_at timestamptz not null,
  primary key (brief_id, version, channel),
  foreign key (brief_id, version) references planned_version (brief_id, version)
);

-- A brief that was taken back, all its versions with it.
create table withdrawal (
  brief_id text primary key,
  withdrawn_by text not null,
  reason text not null,
  withdrawn_at timestamptz not null
);

-- What the verifier said where a version was refused before its release.
create table refusal (
  brief_id text not null,
  version int not null,
  reason text not null,
  refused_at timestamptz not null,
  primary key (brief_id, version, refused_at)
);
