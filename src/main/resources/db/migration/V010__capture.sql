-- Bodies as received, each once, named by its digest.
create table snapshot_body (
  digest text primary key,
  bytes bytea not null check (octet_length(bytes) <= 67108864),
  kept_at timestamptz not null
);

-- Every reading of an address and how it ended. Rows are only ever added.
create table reading (
  id bigint generated always as identity primary key,
  source_id text not null,
  requested text not null,
  outcome text not null check (outcome in ('fetched', 'not-modified', 'refused', 'failed')),
  ended_at timestamptz not null,
  -- of an address that was fetched
  digest text references snapshot_body (digest),
  decoded_digest text,
  landed text,
  reader_link text,
  status integer,
  request_headers bytea,
  response_headers bytea,
  -- of one that was not
  reason text,
  try_again_after timestamptz,
  check ((outcome = 'fetched') = (digest is not null and decoded_digest is not null
    and landed is not null and status is not null
    and request_headers is not null and response_headers is not null)),
  check ((outcome in ('refused', 'failed')) = (reason is not null))
);

-- An address may be longer than an index entry, so the index holds its hash.
create index reading_address on reading (md5(requested), id);
create index reading_digest on reading (digest) where digest is not null;

-- What was new or changed, with what the feed said of it, until somebody has made use of it.
create table captured_item (
  id bigint generated always as identity primary key,
  source_id text not null,
  reading_id bigint not null references reading (id),
  hint bytea not null
);
create index captured_item_source on captured_item (source_id, id);

create table settled_item (
  item_id bigint primary key references captured_item (id),
  settled_at timestamptz not null
);

-- Every poll of a source. The latest row says when the source may be polled next.
create table poll (
  id bigint generated always as identity primary key,
  source_id text not null,
  polled_at timestamptz not null,
  captured integer not null,
  unchanged integer not null,
  failures_in_a_row integer not null,
  next_poll timestamptz not null
);
create index poll_source on poll (source_id, id);

create table poll_problem (
  poll_id bigint not null references poll (id),
  position integer not null,
  address text not null,
  reason text not null,
  primary key (poll_id, position)
);
