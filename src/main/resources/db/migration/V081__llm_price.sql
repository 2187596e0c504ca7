-- Whether the price of the called model was known. Where it was not, a cost of zero in the call and in
-- its outcome says nothing, and the cost of the draft is unknown.
alter table model_call add column priced boolean not null default true;
