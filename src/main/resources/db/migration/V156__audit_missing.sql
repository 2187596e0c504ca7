-- Released versions that the auditors' search has not read yet, so that a search need not compare all
-- versions to know that none is missing. It is filled by whatever releases a version, or takes one out
-- of the search to have it read anew.
create table audit_missing (
  brief_id text not null,
  version int not null,
  primary key (brief_id, version)
);

create function audit_misses() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'release' then
    insert into audit_missing values (new.brief_id, new.version) on conflict do nothing;
  else
    insert into audit_missing values (old.brief_id, old.version) on conflict do nothing;
  end if;
  return null;
end $$;
create trigger audit_misses after insert on release
  for each row execute function audit_misses();
create trigger audit_misses after delete on audit_version
  for each row execute function audit_misses();

insert into audit_missing
select distinct r.brief_id, r.version from release r
where not exists (select 1 from audit_version v
                  where v.brief_id = r.brief_id and v.version = r.version);
