-- A withdrawal that was decided is finished when its last step is done; what stands here and not in
-- withdrawal_end, the next start finishes.
create table withdrawal_end (
  brief_id text primary key references withdrawal (brief_id),
  ended_at timestamptz not null
);

-- Signed once and kept, so that the site can be written again byte by byte.
create table signed_status (
  brief_id text not null,
  digest text not null,
  envelope bytea not null,
  signed_at timestamptz not null,
  primary key (brief_id, digest)
);

-- A draft that the press refuses gives its version's number back, so a refusal names the draft.
alter table refusal add column draft_id text;
