-- Which log this newsroom keeps. A node without the epoch's key refuses to publish.
create table log_identity (
  epoch int primary key,
  origin text not null,
  log_key text not null,
  opened_at timestamptz not null
);

-- The one row that every append locks.
create table log_head (
  epoch int primary key references log_identity (epoch),
  size bigint not null
);

create table log_entry (
  epoch int not null,
  index bigint not null,
  body bytea not null,
  primary key (epoch, index)
);

-- The hashes of complete subtrees; level 0 holds the leaves.
create table log_node (
  epoch int not null,
  level int not null,
  index bigint not null,
  hash bytea not null,
  primary key (epoch, level, index)
);

create table log_checkpoint (
  epoch int not null,
  size bigint not null,
  note text not null,
  signed_at timestamptz not null,
  primary key (epoch, size)
);

-- A brief's version with its record and statement, as signed.
create table attestation (
  brief_id text not null,
  version int not null,
  record_digest text not null,
  record bytea not null,
  envelope bytea not null,
  epoch int not null,
  entry_index bigint not null,
  attested_at timestamptz not null,
  primary key (brief_id, version),
  foreign key (epoch, entry_index) references log_entry (epoch, index)
);

create table artefact (
  brief_id text not null,
  version int not null,
  position int not null,
  name text not null,
  media_type text not null,
  digest text not null,
  body bytea not null,
  primary key (brief_id, version, name),
  foreign key (brief_id, version) references attestation (brief_id, version)
);
