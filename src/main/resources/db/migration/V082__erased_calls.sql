-- Request and answer can be erased. Digests, times, tokens and costs stay.
alter table model_call alter column request drop not null;
alter table model_call add column erased_at timestamptz;
alter table model_call add check ((request is null) = (erased_at is not null));

alter table model_outcome add column erased_at timestamptz;
do $$
declare
  old record;
begin
  for old in
    select conname from pg_constraint
    where conrelid = 'model_outcome'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%answer IS NOT NULL%'
  loop
    execute format('alter table model_outcome drop constraint %I', old.conname);
  end loop;
end $$;
alter table model_outcome
  add check ((kind = 'answered') = (answer is not null or erased_at is not null));
alter table model_outcome add check (answer is null or erased_at is null);
create index model_call_request on model_call (request_digest);
create index model_outcome_answer on model_outcome (answer_digest);
