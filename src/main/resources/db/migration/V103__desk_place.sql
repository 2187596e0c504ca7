-- Where a waiting draft stands in the queue by what people did with it: worked out from desk_event
-- and written in the same transaction. A draft without a row stands in its turn, with every mark.
create table desk_place (
  draft_id text primary key references draft (id),
  slug text not null,
  urgency smallint not null check (urgency between 1 and 9),
  note text not null,
  deadline timestamptz,
  held_until timestamptz,
  assigned_login text not null,
  assigned_name text not null,
  -- The kinds of the marks that block it, one entry a mark.
  blocking text[] not null
);
