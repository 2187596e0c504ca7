-- The text of an article can be erased. Id, addresses, outlet, dates and digests stay, and where its
-- passages began and ended; the signed tombstone says by order of whom.
alter table article add column text_digest text;
update article set text_digest = 'sha256:' || encode(sha256(convert_to(
  convert_from(document, 'UTF8')::jsonb ->> 'text', 'UTF8')), 'hex');
alter table article alter column text_digest set not null;
alter table article alter column document drop not null;
alter table article add column remains bytea;
alter table article add column erased_at timestamptz;
alter table article add check ((document is null) = (erased_at is not null));
alter table article add check ((remains is null) = (erased_at is null));
create index article_text_digest on article (text_digest);
create index article_address on article (md5(address));
create index article_snapshot on article (snapshot);
