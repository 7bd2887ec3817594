-- Files that owners have saved, and the short-lived addresses under which programs fetch them that bring no credential. Both go
-- with the entry of the library that allows them.

create table downloads (
    id key,
    user_id bigint not null,
    book_id bigint not null,
    format text not null, -- epub or pdf
    downloaded_at timestamp not null,
    foreign key (user_id, book_id) references library_entries (user_id, book_id) on delete cascade
);
create index downloads_entry on downloads (user_id, book_id, downloaded_at);
create index downloads_time on downloads (downloaded_at);

create table download_links (
    token_hash text not null primary key,
    user_id bigint not null,
    book_id bigint not null,
    format text not null,
    expires_at timestamp not null,
    foreign key (user_id, book_id) references library_entries (user_id, book_id) on delete cascade
);
create index download_links_entry on download_links (user_id, book_id);
create index download_links_expires on download_links (expires_at);
