-- Whoever has a file asks of which version it is.
create index artefact_digest on artefact (digest);
create index attestation_record_digest on attestation (record_digest);
create index attestation_entry on attestation (epoch, entry_index);

-- What auditors look for in a released version: its words and what its record says. It follows from
-- artefact and attestation alone, holds nothing that these do not, and may be made again at any time.
create table audit_version (
  brief_id text not null,
  version int not null,
  headline text not null,
  label text not null,
  words text not null,
  sources text not null,
  model text not null,
  prompt text not null,
  people text not null,
  record_digest text not null,
  found tsvector generated always as (to_tsvector('simple', words)) stored,
  primary key (brief_id, version),
  foreign key (brief_id, version) references planned_version (brief_id, version)
);
create index audit_version_found on audit_version using gin (found);
