-- What the person did before deciding, and which row a decision follows: none is followed twice.
alter table review_state add column receipt bytea;
alter table review_state add column previous bigint references review_state (id);
create unique index review_state_previous on review_state (previous) where previous is not null;
