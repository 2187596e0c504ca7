-- What somebody of the newsroom knows and wrote down on a draft. Its words are an article that is
-- read from an archived copy; here is what no text says: who, when, how confirmed, on the record or
-- off. A note that was struck stays, since an earlier state of the draft may rest on it.
create table desk_note (
  id text primary key,
  root text not null references draft (id),
  article_id text not null unique references article (id),
  by_login text not null,
  by_name text not null,
  written_at timestamptz not null,
  who text not null,
  learnt_at timestamptz not null,
  confirmed text not null,
  on_record boolean not null,
  struck_at timestamptz
);
create index desk_note_root on desk_note (root, written_at);
