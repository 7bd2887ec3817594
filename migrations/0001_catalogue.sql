-- Books and what they are listed by. Type words are ours: see docs/migrations.md.

create table publishers (
    id key,
    name text not null,
    folded_name text not null, -- folded: one publisher, however it is written
    book_count bigint not null default 0 -- published books
);
create unique index publishers_folded_name on publishers (folded_name);

create table authors (
    id key,
    name text not null,
    folded_name text not null,
    folded_sort text not null, -- folded, family name first where the file says so
    book_count bigint not null default 0
);
create unique index authors_folded_name on authors (folded_name);
create index authors_folded_sort on authors (folded_sort, id) where book_count > 0;

create table series (
    id key,
    name text not null,
    folded_name text not null,
    book_count bigint not null default 0
);
create unique index series_folded_name on series (folded_name);

create table genres (
    id key,
    slug text not null,
    hue bigint not null, -- which ground a drawn cover gets, 0 to 7
    position bigint not null, -- order among genres
    book_count bigint not null default 0
);
create unique index genres_slug on genres (slug);

create table genre_names (
    genre_id bigint not null references genres (id) on delete cascade,
    locale text not null, -- en, fr or ar
    name text not null,
    folded_name text not null, -- what imports find a genre by
    description text not null,
    primary key (genre_id, locale)
);
create index genre_names_folded_name on genre_names (folded_name, genre_id);

create table books (
    id key,
    title text not null,
    subtitle text,
    authors text not null default '', -- what book_authors and authors say of its authors, for lists: a line each, key and name
    folded_title text not null, -- folded, for sorting
    isbn text, -- 13 digits
    description text not null default '',
    publisher_id bigint references publishers (id),
    series_id bigint references series (id),
    series_number double,
    language text not null,
    release_date text, -- YYYY, YYYY-MM or YYYY-MM-DD, as much as is known
    pages_min bigint,
    pages_max bigint,
    price_amount bigint, -- minor units; null: no price yet
    price_currency text,
    status text not null, -- draft, published or withdrawn
    has_epub boolean not null default false,
    has_pdf boolean not null default false,
    cover_version text not null, -- changes with the picture, so that its address can be kept for ever
    cover_drawn boolean not null, -- drawn by us because the book brought none
    cover_placeholder text not null, -- a tiny picture, as a data: address
    folder text not null, -- where its files lie in the media storage
    import_mark text, -- what an import without an ISBN finds the book again by
    published_at timestamp,
    created_at timestamp not null,
    updated_at timestamp not null,
    version bigint not null default 1,
    check (status in ('draft', 'published', 'withdrawn')),
    check ((price_amount is null) = (price_currency is null)),
    check (price_amount >= 0),
    check (status <> 'published' or published_at is not null)
);
create unique index books_isbn on books (isbn);
create unique index books_folder on books (folder);
create unique index books_import_mark on books (import_mark);
create index books_new on books (published_at, id) where status = 'published';
create index books_free on books (published_at, id) where status = 'published' and price_amount = 0;
create index books_title on books (folded_title, id) where status = 'published';
create index books_price on books (price_amount, id) where status = 'published';
create index books_language on books (language, published_at, id) where status = 'published';
create index books_publisher on books (publisher_id, published_at, id);
create index books_series on books (series_id, series_number, id);

create table book_authors (
    book_id bigint not null references books (id) on delete cascade,
    position bigint not null,
    author_id bigint not null references authors (id),
    role text not null, -- MARC relator: aut, trl, ill, edt, …
    primary key (book_id, position)
);
-- With the role, so that the books which somebody wrote are read from here alone.
create index book_authors_author on book_authors (author_id, book_id, role);

create table book_genres (
    book_id bigint not null references books (id) on delete cascade,
    genre_id bigint not null references genres (id),
    position bigint not null,
    published_at timestamp, -- the book's, while it is published: a genre's list is read in its order
    primary key (book_id, genre_id)
);
create index book_genres_genre on book_genres (genre_id, published_at, book_id);

create table book_files (
    id key,
    book_id bigint not null references books (id) on delete cascade,
    format text not null, -- epub or pdf
    version text not null, -- changes with the bytes and with the sanitiser
    sha256 text not null, -- of the file as it was uploaded
    bytes bigint not null,
    sample_bytes bigint, -- of the PDF's sample
    contents json not null, -- what a reader is told: sections, contents, directions
    warnings json not null,
    created_at timestamp not null,
    unique (book_id, format),
    check (format in ('epub', 'pdf'))
);
create unique index book_files_sha256 on book_files (sha256);

create table book_resources (
    file_id bigint not null references book_files (id) on delete cascade,
    path text not null,
    media_type text not null,
    size bigint not null, -- as served
    start bigint not null, -- in the pack
    length bigint not null, -- in the pack
    gzip boolean not null,
    in_sample boolean not null,
    primary key (file_id, path)
);

-- Folders of the media storage to be removed. An upload is listed before its first byte is written and taken off
-- in the transaction that makes its book, so that what a crash leaves behind is found.
create table discarded_folders (
    folder text not null primary key,
    not_before timestamp not null
);
create index discarded_folders_not_before on discarded_folders (not_before);
