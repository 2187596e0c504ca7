-- Who had to do with a released version, by name: those of its record, and those who worked on its
-- draft at the desk. Names are few and versions many, so a part of a name is looked for among names.
-- Like audit_version it follows from other tables and may be made again at any time.
create table audit_name (name text primary key);
create table audit_person (
  brief_id text not null,
  version int not null,
  name text not null references audit_name (name) on delete cascade,
  did text not null,
  primary key (brief_id, version, name, did),
  foreign key (brief_id, version) references planned_version (brief_id, version)
);
create index audit_person_name on audit_person (name, brief_id, version);

-- What people did at the desk with the draft of a version, back to where the writer delivered it or
-- it was taken up again from what was out. Who merely looked is left out.
create view audit_desk_person as
with recursive line (brief_id, version, draft_id, previous, ends, name, did) as (
  select p.brief_id, p.version, p.draft_id, e.previous, e.kind is null or e.kind = 'reopened',
    e.by_name, case e.kind when 'reopened' then 'took it up' else 'edited' end
  from planned_version p left join draft_edit e on e.draft_id = p.draft_id
  union all
  select l.brief_id, l.version, l.previous, e.previous, e.kind is null or e.kind = 'reopened',
    e.by_name, case e.kind when 'reopened' then 'took it up' else 'edited' end
  from line l left join draft_edit e on e.draft_id = l.previous where not l.ends
)
select brief_id, version, name, did from line where name is not null
union
select l.brief_id, l.version, d.by_name,
  case d.kind when 'settled' then 'settled a mark' when 'told' then 'wrote the public note'
    else 'remarked' end
from line l join desk_event d on d.draft_id = l.draft_id
where d.kind in ('settled', 'told', 'commented')
union
select p.brief_id, p.version, s.decided_by,
  case when s.override_reason is not null then 'overrode marks'
    when s.state = 'approved once' then 'approved first' else 'approved' end
from planned_version p join review_state s on s.draft_id = p.draft_id
where s.state in ('approved once', 'approved') and s.decided_by is not null;
create index desk_event_draft on desk_event (draft_id);

-- What is known already.
create temporary table known on commit drop as
  select v.brief_id, v.version, btrim(n.name) as name, 'stands in the record' as did
  from audit_version v cross join lateral regexp_split_to_table(v.people, '\n') as n (name)
  union
  select d.brief_id, d.version, btrim(d.name), d.did
  from audit_desk_person d join audit_version v on v.brief_id = d.brief_id and v.version = d.version;
insert into audit_name select distinct name from known where name <> '';
insert into audit_person select brief_id, version, name, did from known where name <> '';
