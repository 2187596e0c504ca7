-- The report on a draft goes with the draft; its digest stays.
alter table grounding_report alter column document drop not null;
alter table grounding_report add column digest text;
alter table grounding_report add column erased_at timestamptz;
alter table grounding_report add check ((document is null) = (erased_at is not null));
alter table grounding_report add check ((digest is null) = (erased_at is null));
