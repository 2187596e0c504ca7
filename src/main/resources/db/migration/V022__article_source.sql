-- One article may come from several sources, and each pipeline has its own: which sources brought it,
-- and when it came out as each of them tells it.
create table article_source (
  article_id text not null references article (id),
  source_id text not null,
  dated_at timestamptz not null,
  first_seen_at timestamptz not null,
  primary key (article_id, source_id)
);
create index article_source_window on article_source (source_id, dated_at);

insert into article_source (article_id, source_id, dated_at, first_seen_at)
select id, source_id, dated_at, first_seen_at from article;

drop index article_window;
