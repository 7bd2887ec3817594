-- What was said last, and when, of things that can be said offline: an older word that arrives later changes nothing, also
-- where the last word was *no* and there is no row any more. Kept for a while.

create table favorite_words (
    user_id bigint not null references users (id) on delete cascade,
    book_id bigint not null references books (id) on delete cascade,
    is_favorite boolean not null,
    said_at timestamp not null,
    primary key (user_id, book_id)
);
create index favorite_words_book on favorite_words (book_id);
create index favorite_words_said on favorite_words (user_id, said_at);

create table rating_words (
    user_id bigint not null references users (id) on delete cascade,
    book_id bigint not null references books (id) on delete cascade,
    said_at timestamp not null,
    primary key (user_id, book_id)
);
create index rating_words_book on rating_words (book_id);
create index rating_words_said on rating_words (user_id, said_at);

-- Comments that were written offline, by the name that the device gave them, also once they are gone.
create table comment_words (
    user_id bigint not null references users (id) on delete cascade,
    client_key text not null,
    comment_id bigint not null, -- may be gone
    said_at timestamp not null, -- of the words that were sent last
    primary key (user_id, client_key)
);
create index comment_words_said on comment_words (user_id, said_at);

-- Marks that were placed in another version of a file are found by this.
create index annotations_file on annotations (book_id, format, version) where deleted_at is null;
