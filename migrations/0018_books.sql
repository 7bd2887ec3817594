-- Books looked after: what was changed of each, what is being typed, and lists of all of them, in the shop or not.

-- What was changed of a book, so that it can be told and undone. It goes with the book; the audit log stays.
create table book_changes (
    id key,
    book_id bigint not null references books (id) on delete cascade,
    at timestamp not null,
    actor_id bigint not null, -- refers to nothing: it outlives the account
    actor text not null, -- the username then
    act text not null, -- as in the audit log: book.price
    version bigint not null, -- the book's, with this change
    before json not null, -- the fields that changed, as they were
    after json not null, -- the same, as they were then
    of_price boolean not null, -- whether the price is one of them
    undoes bigint -- the change that this one took back
);
create index book_changes_book on book_changes (book_id, id);
create index book_changes_price on book_changes (book_id, id) where of_price = true;
create index book_changes_undoes on book_changes (undoes) where undoes is not null;

-- What somebody typed into the form of a book and has not saved: one for each of them.
create table book_drafts (
    book_id bigint not null references books (id) on delete cascade,
    user_id bigint not null references users (id) on delete cascade,
    fields json not null, -- of the form, as they were typed
    version bigint not null, -- the book's, when typing began
    updated_at timestamp not null,
    primary key (book_id, user_id)
);
create index book_drafts_user on book_drafts (user_id);

-- The shop's people sort all books. What is in the shop has the indexes of the shop's own lists; these are for the rest.
create index books_updated on books (updated_at, id) where status = 'published';
create index books_aside_updated on books (status, updated_at, id) where status <> 'published';
create index books_aside_title on books (status, folded_title, id) where status <> 'published';
create index books_aside_price on books (status, (coalesce(price_amount, -1)), id) where status <> 'published';
create index books_aside_sales on books (status, sales_count, id) where status <> 'published';
create index books_aside_rating on books (status, rating_score, id) where status <> 'published';

-- What a book lacks.
create index books_without_file on books (updated_at, id) where has_epub = false and has_pdf = false;
create index books_without_cover on books (updated_at, id) where cover_drawn = true;
create index books_without_description on books (updated_at, id) where description = '';
create index books_without_price on books (updated_at, id) where price_amount is null;

-- Whose names begin so, and which titles.
create index books_by_title on books (folded_title, id);
create index authors_by_sort on authors (folded_sort, id);
