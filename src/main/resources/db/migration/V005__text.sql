-- Embeddings are facts: another processor computes slightly other numbers, so what was decided with
-- an embedding is replayed from the stored one.
create table embedding (
  model text not null,
  text_digest bytea not null check (octet_length(text_digest) = 32),
  vector bytea not null,
  primary key (model, text_digest)
);
