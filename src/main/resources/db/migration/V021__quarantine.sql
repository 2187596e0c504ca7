-- Documents that are being read or could not be read: how often these bytes at this address were
-- tried. The row goes when the document has become an article or is found to be empty.
create table extraction_try (
  source_id text not null,
  address text not null,
  snapshot text not null,
  tries integer not null check (tries > 0),
  last_at timestamptz not null
);

-- An address may be longer than an index entry, so the index holds its hash.
create unique index extraction_try_document on extraction_try (md5(address), source_id, snapshot);
