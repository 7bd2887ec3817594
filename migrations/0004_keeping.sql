-- What readers keep of books: favourites, what is to be read later, what was read, what was looked at, and what was
-- searched for. All of it goes with the account and with the book.

create table favorites (
    user_id bigint not null references users (id) on delete cascade,
    book_id bigint not null references books (id) on delete cascade,
    price_amount bigint, -- what it cost then, so that a lower price can be told; null: it had no price
    price_currency text,
    created_at timestamp not null,
    primary key (user_id, book_id)
);
create index favorites_user on favorites (user_id, created_at, book_id);
create index favorites_book on favorites (book_id, user_id);

-- Books kept for later. A mark inside a book is something else.
create table bookmarks (
    user_id bigint not null references users (id) on delete cascade,
    book_id bigint not null references books (id) on delete cascade,
    created_at timestamp not null,
    primary key (user_id, book_id)
);
create index bookmarks_user on bookmarks (user_id, created_at, book_id);
create index bookmarks_book on bookmarks (book_id, user_id);

-- Books that a reader ticked off as read, wherever they read them.
create table read_marks (
    user_id bigint not null references users (id) on delete cascade,
    book_id bigint not null references books (id) on delete cascade,
    read_at timestamp not null,
    primary key (user_id, book_id)
);
create index read_marks_user on read_marks (user_id, read_at, book_id);
create index read_marks_book on read_marks (book_id, user_id);

-- The history of what was looked at: one entry for a book and a day, moved on by each further look of that day.
create table views (
    id key,
    user_id bigint not null references users (id) on delete cascade,
    book_id bigint not null references books (id) on delete cascade,
    day text not null, -- YYYY-MM-DD in the shop's time
    viewed_at timestamp not null
);
create unique index views_user_id_book_id_day on views (user_id, book_id, day);
create index views_user on views (user_id, viewed_at, id);
create index views_book on views (book_id, user_id);
create index views_viewed on views (viewed_at, id);

-- The history of what was searched for: one entry for a text, however it is written, moved on by each further search.
create table searches (
    id key,
    user_id bigint not null references users (id) on delete cascade,
    words text not null, -- as it was written last
    folded_words text not null,
    searched_at timestamp not null
);
create unique index searches_user_id_folded_words on searches (user_id, folded_words);
create index searches_user on searches (user_id, searched_at, id);
create index searches_searched on searches (searched_at, id);

-- How a reader's history is kept; no row: it is kept, and was never cleared.
create table histories (
    user_id bigint not null primary key references users (id) on delete cascade,
    paused_at timestamp, -- since when nothing is written down
    resumed_at timestamp, -- what was looked at before that, and is written down later, is thrown away
    cleared_at timestamp -- what was looked at before that, and is written down later, is thrown away
);
