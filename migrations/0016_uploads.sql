-- Files on their way into the shop: what was sent, and what became of it. A file lies in a folder of its own in the media
-- storage, listed as discarded from the start, until it was checked; then it is the file of a book, or gone.

create table uploads (
    id key,
    user_id bigint not null references users (id) on delete cascade,
    username text not null,
    address text, -- from which it was sent
    name text not null, -- the file's own
    target_id bigint references books (id) on delete cascade, -- the book whose file it is to be; null: a new one
    target_format text, -- epub or pdf
    state text not null, -- receiving, checking, entered, refused
    expected bigint, -- bytes, where the browser said
    received bigint not null default 0, -- bytes
    sha256 text,
    folder text, -- where it lies; null once it is nowhere
    book_id bigint references books (id) on delete set null, -- what it became
    outcome text, -- added, attached, replaced or unchanged, once it is entered
    refusal json, -- why it was refused: a code and what it says
    trouble text, -- why its check has not come to an end: disk_full or failed
    findings json not null, -- what was found in it, each with its code
    created_at timestamp not null,
    touched_at timestamp not null, -- when anything was last heard of it
    check (state in ('receiving', 'checking', 'entered', 'refused')),
    check ((target_id is null) = (target_format is null)),
    check ((state = 'refused') = (refusal is not null))
);
create index uploads_user on uploads (user_id, id);
create index uploads_target on uploads (target_id);
create index uploads_book on uploads (book_id);
create index uploads_touched on uploads (state, touched_at);

-- Where the readers of a replaced file are is found again, one after the other.
drop index reading_progress_book;
create index reading_progress_book on reading_progress (book_id, user_id);
