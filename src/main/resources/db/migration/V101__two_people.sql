-- Two people approve where the pipeline asks for it, or where marks are overridden: the first one's
-- approval is a row of its own and the draft still waits; the second one's names that row.
alter table review_state drop constraint review_state_state_check;
alter table review_state drop constraint review_state_check;
alter table review_state
  add column people smallint not null default 1 check (people in (1, 2)),
  add column by_login text,
  add column override_reason text,
  add column waiting_since timestamptz,
  add column first_approval bigint references review_state (id),
  add check (state in
    ('waiting', 'approved once', 'approved', 'released by policy', 'sent back', 'spiked')),
  add check ((state in ('approved once', 'approved')) = (role is not null)),
  add check ((state = 'approved once') = (waiting_since is not null)),
  add check (override_reason is null or state in ('approved once', 'approved')),
  add check (first_approval is null or state = 'approved');

-- What the service refuses, the database refuses too: nothing that asks for two people goes out
-- by one, nor by the policy of a pipeline.
create function review_two_people() returns trigger language plpgsql as $$
declare
  wanted smallint;
  one review_state;
begin
  select greatest(new.people, max(people)) into wanted
    from review_state where draft_id = new.draft_id;
  if coalesce(wanted, new.people) < 2 and new.override_reason is null then
    return new;
  end if;
  select * into one from review_state where id = new.first_approval;
  if one.id is null or one.state <> 'approved once' or one.draft_id <> new.draft_id
      or new.previous is distinct from one.id
      or lower(btrim(one.decided_by)) = lower(btrim(new.decided_by))
      or one.by_login = new.by_login then
    raise exception 'draft % asks for the approval of two different people', new.draft_id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger review_two_people before insert on review_state
  for each row when (new.state in ('approved', 'released by policy'))
  execute function review_two_people();
