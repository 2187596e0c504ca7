-- Articles as canonical documents; an id names address and text, so a changed page is a new row.
create table article (
  id text primary key,
  address text not null,
  source_id text not null,
  language text not null,
  snapshot text not null,
  dated_at timestamptz not null,
  first_seen_at timestamptz not null,
  document bytea not null
);
create index article_window on article (source_id, dated_at);

-- Documents that were kept and became no article, with the reason.
create table unread_document (
  id bigint generated always as identity primary key,
  source_id text not null,
  address text not null,
  snapshot text not null,
  outcome text not null,
  reason text not null,
  noted_at timestamptz not null
);
create index unread_document_address on unread_document (address);
