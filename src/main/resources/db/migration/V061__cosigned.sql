-- The checkpoint with the cosignatures that came within the deadline. Set once, before any proof is
-- made from it, and never changed: the bytes of a published proof depend on it. It equals the note
-- where no witness is configured or none answered; null until that is decided.
alter table log_checkpoint add column cosigned text;

update log_checkpoint set cosigned = note;

create index log_checkpoint_unsettled on log_checkpoint (epoch, size) where cosigned is null;
