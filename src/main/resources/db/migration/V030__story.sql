-- Stories are lasting; everything here is appended and nothing changed, so that every decision of
-- every run can be read again.
create table story (
  story_id text primary key check (story_id ~ '^s-[0-9a-f]{16}$'),
  pipeline text not null,
  begun bigint generated always as identity,
  run_id text not null,
  begun_at timestamptz not null
);
create index story_by_pipeline on story (pipeline);

create table story_revision (
  story_id text not null references story,
  number integer not null check (number > 0),
  run_id text not null,
  decided_at timestamptz not null,
  primary key (story_id, number)
);
create index story_revision_by_time on story_revision (decided_at);

-- place orders the articles of a revision, source its independent sources, both from 1.
create table story_article (
  story_id text not null,
  number integer not null,
  place integer not null check (place > 0),
  article_id text not null,
  address text not null,
  source integer not null check (source > 0),
  source_name text not null,
  primary key (story_id, number, place),
  foreign key (story_id, number) references story_revision
);
create index story_article_by_address on story_article (address);

-- What a run decided: one row a story of its window; place orders them by weight.
create table story_assignment (
  run_id text not null,
  pipeline text not null,
  place integer not null check (place > 0),
  story_id text not null,
  number integer not null,
  decision text not null check (decision in ('new', 'update', 'skip')),
  why text not null,
  new_articles text[] not null,
  decided_at timestamptz not null,
  primary key (run_id, place),
  unique (run_id, story_id),
  foreign key (story_id, number) references story_revision
);

-- A run that found no story has no assignment; this says that it was decided all the same.
create table story_run (
  run_id text primary key,
  pipeline text not null,
  decided_at timestamptz not null
);

create table story_event (
  event bigint generated always as identity primary key,
  run_id text not null,
  kind text not null check (kind in ('split', 'merged')),
  story_id text not null references story,
  other_story_id text not null references story,
  happened_at timestamptz not null
);
create index story_event_by_story on story_event (story_id);

-- A brief of this revision has been written.
create table story_brief (
  story_id text not null,
  number integer not null,
  briefed_at timestamptz not null,
  primary key (story_id, number),
  foreign key (story_id, number) references story_revision
);
