-- The bytes of an archived copy can be erased. The row stays with digest and times, and so do the
-- readings that name it; the signed tombstone says by order of whom.
alter table snapshot_body alter column bytes drop not null;
alter table snapshot_body add column erased_at timestamptz;
alter table snapshot_body add check ((bytes is null) = (erased_at is not null));
