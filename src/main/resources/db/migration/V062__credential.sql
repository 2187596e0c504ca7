-- Content credentials, one a file of a version. Signatures differ each time they are made, so what
-- was published is kept.
create table credential (
  brief_id text not null,
  version int not null,
  name text not null,
  body bytea not null,
  signed_at timestamptz not null,
  primary key (brief_id, version, name),
  foreign key (brief_id, version) references attestation (brief_id, version)
);
