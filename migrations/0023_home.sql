-- The front page as the shop's people arranged it. While they arranged nothing, no row is here, and the program's own order holds.

-- One row: locked by whoever changes the page, so that changes come one after the other.
create table home_page (
    id bigint not null primary key, -- 1: there is one page
    version bigint not null
);

create table home_shelves (
    name text not null primary key, -- its word in addresses: new, best; those of the shop's people: shelf-12
    position bigint not null,
    kind text not null,
    hidden boolean not null,
    from_at timestamp, -- shown from then on
    until_at timestamp, -- shown until then
    source text, -- what its books are, beside those that were chosen: all of a genre, author, series or publisher; null: no others
    source_id bigint, -- the key of that; refers to nothing, so that what goes empties the shelf
    check (kind in ('for_you', 'new', 'best', 'liked', 'genres', 'picks', 'viewed', 'own')),
    check (source in ('genre', 'author', 'series', 'publisher')),
    check ((source is null) = (source_id is null))
);

-- What a shelf of the shop's people is called, in each language, and whether it stands on the page in that language.
create table home_titles (
    shelf text not null references home_shelves (name) on delete cascade,
    locale text not null,
    title text not null,
    shown boolean not null,
    primary key (shelf, locale)
);

-- The books that were chosen for a shelf: they stand in front of its others. A book that goes leaves it.
create table home_books (
    shelf text not null references home_shelves (name) on delete cascade,
    position bigint not null,
    book_id bigint not null references books (id) on delete cascade,
    from_at timestamp,
    until_at timestamp,
    primary key (shelf, position)
);
create unique index home_books_book on home_books (book_id, shelf);

-- What was changed of the page, and how it was then, so that it can be told and put back. The last of them are kept; the audit
-- log keeps all.
create table home_versions (
    version bigint not null primary key, -- the page's, with this change
    at timestamp not null,
    actor_id bigint not null, -- refers to nothing: it outlives the account
    actor text not null, -- the username then
    act text not null, -- as in the audit log: home.move
    before json not null, -- what changed, as it was
    after json not null, -- the same, as it was then
    layout json not null -- the whole page with this change
);
