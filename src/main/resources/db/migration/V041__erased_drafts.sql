-- A draft can be erased. Its digest stays, and how it was written, which holds digests only.
alter table draft alter column document drop not null;
alter table draft add column remains bytea;
alter table draft add column erased_at timestamptz;
alter table draft add check ((document is null) = (erased_at is not null));
alter table draft add check ((remains is null) = (erased_at is null));
create index draft_digest on draft (digest);
