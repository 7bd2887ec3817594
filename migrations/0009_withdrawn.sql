-- A reported comment that its writer deletes still waits for moderators, who find there what the reports say that it said.

alter table comments add column withdrawn_by bigint references users (id) on delete set null; -- who wrote it
alter table comments add column spoiler_kept boolean not null default false; -- a moderator marked it, and its writer cannot unmark it
create index comments_withdrawn on comments (withdrawn_by) where withdrawn_by is not null;
