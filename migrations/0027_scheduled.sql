-- Drafts and withdrawn books that come into the shop by themselves, at a time that somebody set.

alter table books add column publish_at timestamp; -- when; null: by hand
alter table books add column publish_by bigint; -- whoever set it; refers to nothing: it outlives the account
alter table books add column publish_by_name text; -- their username then
alter table books add column publish_missed_at timestamp; -- the time that came when it could not be published, until somebody decides anew
create index books_due on books (publish_at, id) where publish_at is not null;
create index books_missed on books (updated_at, id, status, language, has_epub, has_pdf) where publish_missed_at is not null;

-- A draft that has its time waits for nobody.
drop index books_drafts;
create index books_drafts on books (id) where status = 'draft' and publish_at is null;
