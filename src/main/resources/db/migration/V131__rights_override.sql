-- What a person decided against a signal of a source about its use, and that it was taken back. Rows
-- are only ever added; the latest one of a source and a signal stands.
create table rights_override (
  id bigint generated always as identity primary key,
  source_id text not null,
  kind text not null,
  raw text not null,
  stands boolean not null,
  reason text not null,
  by_login text not null,
  by_name text not null,
  made_at timestamptz not null
);
create index rights_override_source on rights_override (source_id, id);
