-- The drafts that wait, as the editors' queue shows them: written by the statement that keeps the
-- decision. A row whose story has a newer draft counts no more; the newer one's decision takes it out.
create table review_queue (
  draft_id text primary key references draft (id),
  story_id text not null,
  story_revision integer not null,
  written_at timestamptz not null,
  run_id text not null,
  headline text not null,
  waiting_since timestamptz not null,
  risk integer not null,
  -- The kinds of its marks, one entry a mark, without the pipeline's own wish for review.
  kinds text[] not null,
  people smallint not null,
  first_by text
);
create index review_queue_story on review_queue (story_id, story_revision, written_at);
create index draft_order on draft (story_id, story_revision, written_at);

-- What waits already. A text kept as JSON may hold U+0000, which PostgreSQL's JSON cannot.
insert into review_queue
  (draft_id, story_id, story_revision, written_at, run_id, headline, waiting_since, risk, kinds,
   people)
select d.id, d.story_id, d.story_revision, d.written_at, d.run_id,
  replace(convert_from(d.document, 'UTF8'), '\u0000', '\ufffd')::jsonb
    #>> '{brief,headline,text}',
  s.decided_at,
  100 * coalesce((select max(case flag ->> 'kind'
      when 'SUSPICIOUS_PASSAGE' then 6 when 'NEEDS_LEGAL_READ' then 5 when 'SOURCE_CHECK' then 4
      when 'SOURCES_DIFFER' then 3 when 'TRANSLATION' then 2 when 'SINGLE_SOURCE' then 1 else 0 end)
    from jsonb_array_elements(m.marks) flag), 0) + least(99, jsonb_array_length(m.marks)),
  array(select flag ->> 'kind' from jsonb_array_elements(m.marks) flag
    where flag ->> 'kind' <> 'POLICY'),
  s.people
from (select distinct on (draft_id) draft_id, state, flags, decided_at, people
    from review_state order by draft_id, id desc) s
  join draft d on d.id = s.draft_id
  cross join lateral (
    select replace(convert_from(s.flags, 'UTF8'), '\u0000', '\ufffd')::jsonb as marks) m
where s.state = 'waiting' and not exists (
  select 1 from draft newer where newer.story_id = d.story_id
    and (newer.story_revision, newer.written_at) > (d.story_revision, d.written_at));
