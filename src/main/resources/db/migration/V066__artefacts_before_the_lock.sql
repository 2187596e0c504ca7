-- The files of a version are written before the log's head is locked, and the row that they belong to
-- after it, so that others do not wait while they are written. Both are one transaction.
alter table artefact alter constraint artefact_brief_id_version_fkey deferrable initially deferred;
