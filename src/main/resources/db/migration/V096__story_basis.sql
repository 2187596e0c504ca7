-- What a run knew when it decided on stories: the articles of its window, and the stories that might
-- grow as earlier runs had left them (by their place in order of beginning, with the number of the
-- last revision and of the one a brief was last written from, 0 where none was). From it and the
-- stored embeddings the decision is made again. Runs that decided before this table was there have
-- no row.
create table story_basis (
  run_id text primary key references story_run,
  articles text[] not null,
  stories bigint[] not null,
  numbers integer[] not null,
  briefed integer[] not null
);
