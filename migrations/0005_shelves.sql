-- What stands on the shelves, and what readers did that decides it.

-- Moved in the transaction that moves what they count.
alter table books add column rating_count bigint not null default 0;
alter table books add column rating_sum bigint not null default 0; -- of all ratings, in tenths of a star
alter table books add column rating_score bigint not null default 0; -- in millionths of a tenth of a star, what few readers say drawn to the middle; 0: no ratings
alter table books add column sales_count bigint not null default 0; -- copies sold, less those given back
create index books_rating on books (rating_score, id) where status = 'published';
create index books_sales on books (sales_count, id) where status = 'published';

-- Copies sold, a row for each book and day. Copies given back are taken off the day on which they come back.
create table book_sales (
    book_id bigint not null references books (id) on delete cascade,
    day text not null, -- YYYY-MM-DD, by UTC
    copies bigint not null,
    primary key (book_id, day)
);
create index book_sales_day on book_sales (day, book_id, copies);

-- The best sellers, counted at intervals and read as they stand here.
create table best_sellers (
    span text not null, -- 7d, 30d or all
    free boolean not null, -- books that cost nothing are ranked apart
    rank bigint not null, -- 1 to 100
    book_id bigint not null references books (id) on delete cascade,
    primary key (span, free, rank)
);
create index best_sellers_book on best_sellers (book_id);

-- What the shop's people put forward.
create table editor_picks (
    position bigint not null primary key,
    book_id bigint not null references books (id) on delete cascade
);
create unique index editor_picks_book on editor_picks (book_id);

create table ratings (
    user_id bigint not null references users (id) on delete cascade,
    book_id bigint not null references books (id) on delete cascade,
    value bigint not null, -- tenths of a star
    updated_at timestamp not null,
    primary key (user_id, book_id),
    check (value between 0 and 50)
);
create index ratings_book on ratings (book_id, value);

-- The right to read a book.
create table library_entries (
    user_id bigint not null references users (id) on delete cascade,
    book_id bigint not null references books (id) on delete cascade,
    source text not null, -- bought, claimed or given
    added_at timestamp not null,
    primary key (user_id, book_id),
    check (source in ('bought', 'claimed', 'given'))
);
create index library_entries_book on library_entries (book_id);
create index library_entries_added on library_entries (user_id, added_at, book_id);

create table reading_progress (
    user_id bigint not null references users (id) on delete cascade,
    book_id bigint not null references books (id) on delete cascade,
    percent double not null, -- 0 to 100
    last_read_at timestamp not null,
    finished_at timestamp,
    primary key (user_id, book_id),
    check (percent between 0 and 100)
);
create index reading_progress_book on reading_progress (book_id);
create index reading_progress_last on reading_progress (user_id, last_read_at, book_id) where finished_at is null;

-- The books that a book's page shows as similar, worked out when one of them changes.
create table similar_books (
    book_id bigint not null references books (id) on delete cascade,
    rank bigint not null, -- from 1
    other_id bigint not null references books (id) on delete cascade,
    primary key (book_id, rank, other_id) -- the last only so that the key's index alone gives the list
);
create index similar_books_other on similar_books (other_id);

-- Books of which this is to be done again. How often it was asked for tells a worker whether that was once more meanwhile.
create table similar_wanted (
    book_id bigint not null primary key references books (id) on delete cascade,
    times bigint not null default 1
);

-- Which books readers like together: learned from everything they did, at intervals.
create table book_neighbours (
    book_id bigint not null references books (id) on delete cascade,
    other_id bigint not null references books (id) on delete cascade,
    weight double not null,
    primary key (book_id, other_id)
);
create index book_neighbours_other on book_neighbours (other_id);

-- What a reader is recommended, worked out when what they did changes.
create table recommendations (
    user_id bigint not null references users (id) on delete cascade,
    rank bigint not null, -- from 1
    book_id bigint not null references books (id) on delete cascade,
    reason text not null, -- read, liked, bought, kept, author, series, genre or popular
    cause_id bigint, -- the book, author, series or genre that the reason names
    primary key (user_id, rank)
);
create unique index recommendations_user_id_book_id on recommendations (user_id, book_id);
create index recommendations_book on recommendations (book_id);

-- *Not for me*.
create table dismissals (
    user_id bigint not null references users (id) on delete cascade,
    book_id bigint not null references books (id) on delete cascade,
    dismissed_at timestamp not null,
    primary key (user_id, book_id)
);
create index dismissals_book on dismissals (book_id);
