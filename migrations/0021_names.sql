-- Names looked after: those of authors, genres, publishers and series are changed, put together and parted.

alter table authors add column sort_name text; -- as it is sorted, where somebody said so
alter table authors add column version bigint not null default 1;
alter table authors add column compared boolean not null default false; -- with the others, since it was named so
alter table genres add column version bigint not null default 1;
alter table genres add column compared boolean not null default false;
alter table publishers add column version bigint not null default 1;
alter table publishers add column compared boolean not null default false;
alter table series add column version bigint not null default 1;
alter table series add column compared boolean not null default false;
create index authors_by_books on authors (book_count, id);
create index publishers_by_books on publishers (book_count, id);
create index series_by_books on series (book_count, id);
create index publishers_by_name on publishers (folded_name, id);
create index series_by_name on series (folded_name, id);
create index authors_unlisted on authors (folded_sort, id) where book_count = 0;
create index publishers_unlisted on publishers (folded_name, id) where book_count = 0;
create index series_unlisted on series (folded_name, id) where book_count = 0;
create index authors_uncompared on authors (id) where compared = false;
create index publishers_uncompared on publishers (id) where compared = false;
create index series_uncompared on series (id) where compared = false;

-- What else somebody or something is called: in another language, or by files and lists that come in.
create table other_names (
    kind text not null, -- author, genre, publisher or series
    item_id bigint not null,
    locale text not null, -- the language in which it is shown so; empty for none
    folded_name text not null,
    name text not null,
    primary key (kind, item_id, locale, folded_name),
    check (kind in ('author', 'genre', 'publisher', 'series'))
);
create index other_names_folded_name on other_names (kind, folded_name, item_id);

-- Where keys lead, for ever, that were put together with others. Never from one to another that is here as well.
create table merged_names (
    kind text not null,
    old_id bigint not null,
    item_id bigint not null, -- what it is now
    merged_at timestamp not null,
    primary key (kind, old_id),
    check (kind in ('author', 'genre', 'publisher', 'series'))
);
create index merged_names_item on merged_names (kind, item_id);

-- The words that genres had in addresses before.
create table genre_words (
    word text not null primary key,
    genre_id bigint not null references genres (id) on delete cascade
);
create index genre_words_genre on genre_words (genre_id);

-- What names that may mean the same have in common, such as their words in the order of the alphabet.
create table name_likenesses (
    kind text not null,
    likeness text not null,
    item_id bigint not null,
    primary key (kind, likeness, item_id)
);
create index name_likenesses_item on name_likenesses (kind, item_id);

-- Names that may mean the same.
create table name_pairs (
    kind text not null,
    first_id bigint not null, -- the lower key of the two
    second_id bigint not null,
    reason text not null, -- same, order, initials or letter
    refused_at timestamp, -- when somebody said that they do not
    primary key (kind, first_id, second_id),
    check (first_id < second_id)
);
create index name_pairs_second on name_pairs (kind, second_id);
create index name_pairs_open on name_pairs (kind, first_id, second_id) where refused_at is null;
