-- What was erased, signed: rows are only ever added. One tombstone may name several digests, and one
-- that a revoked key had signed is signed again beside it.
create table tombstone (
  id bigint generated always as identity primary key,
  envelope bytea not null,
  kept_at timestamptz not null
);

create table tombstone_digest (
  digest text not null,
  tombstone_id bigint not null references tombstone (id),
  primary key (digest, tombstone_id)
);
