-- A line of drafts begins again with the words of a version that is out, to correct or update it.
alter table draft_edit drop constraint draft_edit_kind_check;
alter table draft_edit add check (kind in ('amendment', 'undo', 'reopened'));
create index draft_edit_reopened on draft_edit (root, edited_at) where kind = 'reopened';

-- Of such a draft, and of what people make of it, it is the place among the drafts of its story, so
-- that it comes after every draft that was there; its document has the revision it rests on.
comment on column draft.story_revision is
  'the revision it was written from; of what was reopened, that of the newest draft then';
