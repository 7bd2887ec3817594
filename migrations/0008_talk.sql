-- Talk: what readers give a book and say of it, what others report, and what moderators do about it.

-- How many ratings round to so many half stars, from none to ten, and how many comments can be seen, replies included.
-- Moved in the transaction that moves what they count.
alter table books add column rated_0 bigint not null default 0;
alter table books add column rated_1 bigint not null default 0;
alter table books add column rated_2 bigint not null default 0;
alter table books add column rated_3 bigint not null default 0;
alter table books add column rated_4 bigint not null default 0;
alter table books add column rated_5 bigint not null default 0;
alter table books add column rated_6 bigint not null default 0;
alter table books add column rated_7 bigint not null default 0;
alter table books add column rated_8 bigint not null default 0;
alter table books add column rated_9 bigint not null default 0;
alter table books add column rated_10 bigint not null default 0;
alter table books add column comment_count bigint not null default 0;

-- What the reader had given before: the statement that changes a rating answers it, and nobody comes between.
alter table ratings add column previous bigint;
create index ratings_user on ratings (user_id, updated_at, book_id);

-- Until then an account may read and not write, and why.
alter table users add column suspended_until timestamp;
alter table users add column suspension_reason text;
-- What is to be done with spoilers: always (show them), never, or by_progress.
alter table users add column spoilers text not null default 'by_progress';

-- A reply is a comment with a parent. Threads are as deep as people make them; all replies of one know its first comment.
create table comments (
    id key,
    book_id bigint not null references books (id) on delete cascade,
    user_id bigint references users (id) on delete set null, -- null: the writer or the comment is gone
    parent_id bigint references comments (id), -- what it answers
    root_id bigint references comments (id), -- the first comment of its thread; null for that one
    words text not null, -- as they were typed; empty once it is deleted
    words_hash text, -- of them, however they are spaced and written; null once it is deleted
    client_key text, -- its book, what it answers, and what its sender named it: sent again under that name it is the same comment
    spoiler boolean not null default false, -- all of it
    written_at_percent double, -- how far the writer had read; null: not begun here
    state text not null, -- visible, held (for a moderator to look at), hidden (by one) or deleted (by its writer)
    held_because text, -- repeated, link or reports
    hidden_because text, -- the reason that the writer is told
    hidden_note text, -- and a moderator's words
    like_count bigint not null default 0,
    reply_count bigint not null default 0, -- that can be seen: of a first comment all of its thread, else what answers it
    report_count bigint not null default 0, -- still to be looked at
    queue bigint, -- null: not in the moderators' queue; 0: reported, 1: held by a rule
    queued_at timestamp,
    kept_at timestamp, -- since when a moderator finds it good as it stands
    created_at timestamp not null,
    edited_at timestamp,
    check (state in ('visible', 'held', 'hidden', 'deleted')),
    check (held_because in ('repeated', 'link', 'reports')),
    check ((parent_id is null) = (root_id is null)),
    check ((queue is null) = (queued_at is null))
);
-- Lists are read in the order of `id + 0`: PostgreSQL may take the order of the primary key for a short way to some rows of
-- a list, and then walks over all comments of the shop. Only these indexes have that of the sum.
create index comments_book on comments (book_id, (id + 0)) where root_id is null;
create index comments_book_top on comments (book_id, like_count, id) where root_id is null;
create index comments_book_all on comments (book_id, user_id);
create index comments_root on comments (root_id, (id + 0));
create index comments_parent on comments (parent_id, (id + 0));
create index comments_user on comments (user_id, (id + 0));
create index comments_words_hash on comments (user_id, words_hash, created_at);
create unique index comments_client_key on comments (user_id, client_key, words_hash) where client_key is not null;
create index comments_queue on comments (queue, queued_at, id) where queue is not null;
create index comments_hidden on comments (id) where state = 'hidden';

create table comment_likes (
    user_id bigint not null references users (id) on delete cascade,
    comment_id bigint not null references comments (id) on delete cascade,
    created_at timestamp not null,
    primary key (user_id, comment_id)
);
create index comment_likes_comment on comment_likes (comment_id);

-- One of a reader about a comment: whoever was not agreed with does not ask again until its words have changed.
create table comment_reports (
    comment_id bigint not null references comments (id) on delete cascade,
    user_id bigint not null references users (id) on delete cascade, -- known to moderators only
    reason text not null,
    note text not null default '',
    words text not null, -- what the comment said then: its writer may say it otherwise since
    of_standing boolean not null, -- whether the reporter's word counts towards holding the comment
    created_at timestamp not null,
    closed_at timestamp, -- when a moderator had looked at it
    primary key (comment_id, user_id),
    check (reason in ('spam', 'abuse', 'spoiler', 'off_topic', 'illegal', 'other'))
);
create index comment_reports_user on comment_reports (user_id);

-- What moderators did about somebody's words, told on the page of their comments.
create table moderation_notices (
    id key,
    user_id bigint not null references users (id) on delete cascade,
    comment_id bigint references comments (id) on delete set null,
    act text not null,
    reason text,
    note text not null default '',
    until timestamp, -- the end of a suspension
    created_at timestamp not null
);
create index moderation_notices_user on moderation_notices (user_id, id);
create index moderation_notices_comment on moderation_notices (comment_id);

-- Who changed what. Rows are only ever added: no statement of the program changes or removes one, and nothing refers to
-- another table, so that they outlive what they speak of.
create table audit_log (
    id key,
    at timestamp not null,
    actor_id bigint not null,
    actor text not null, -- the username then
    act text not null, -- what was done: comment.hide
    subject_kind text not null, -- comment, user, …
    subject_id bigint not null,
    before json not null,
    after json not null,
    address text -- of the client, where it is known
);
create index audit_log_actor on audit_log (actor_id, id);
create index audit_log_subject on audit_log (subject_kind, subject_id, id);
create index audit_log_act on audit_log (act, id);
