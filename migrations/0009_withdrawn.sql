-- A reported comment that its writer deletes still waits for moderators, who find there what the reports say that it said.

alter table comments add column withdrawn_by bigint references users (id) on delete set null; -- who wrote it
create index comments_withdrawn on comments (withdrawn_by) where withdrawn_by is not null;
