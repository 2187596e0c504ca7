-- Legal holds: what a hold names is not erased. Neither a hold nor its end is ever changed.
create table legal_hold (
  number bigint generated always as identity primary key,
  kind text not null check (kind in ('brief', 'source')),
  name text not null,
  held_by text not null,
  reason text not null,
  held_at timestamptz not null
);

create table legal_hold_end (
  number bigint primary key references legal_hold (number),
  ended_by text not null,
  ended_at timestamptz not null
);
