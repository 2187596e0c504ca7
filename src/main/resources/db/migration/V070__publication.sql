-- A version that was decided on: its number, slug and time never change afterwards.
create table planned_version (
  brief_id text not null,
  version int not null,
  draft_id text not null unique,
  slug text not null,
  kind text not null,
  note text,
  pipeline text not null,
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

-- Shown: the version stands on disk and the permalink, index and feeds may show it. Released: they do.
create table release (
  brief_id text not null,
  version int not null,
  channel text not null,
  shown_at timestamptz not null,
  released_at timestamptz,
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
