-- How much of a file anybody may read, where the shop's people decided it.

alter table book_files add column sample text not null default 'usual'; -- usual, none, percent:20, or through:3
alter table book_files add column sample_wanted text; -- to be cut in the background: the one that is there stays until then
alter table book_files add column sample_trouble text; -- why it could not be cut
