-- A comment that a moderator marked as giving the story away stays so, whatever its writer does.

alter table comments add column spoiler_kept boolean not null default false;
