-- Books that somebody looked for and did not find, for the shop's people to look through.

create table book_requests (
    id key,
    words text not null, -- as it was written
    folded_words text not null,
    user_id bigint references users (id) on delete cascade, -- null: a visitor
    email text, -- of a visitor who wants to be told
    asker text not null, -- who asked, so that nobody asks twice: `reader 7`, an address, or nothing
    requested_at timestamp not null
);
create unique index book_requests_folded_words_asker on book_requests (folded_words, asker);
create index book_requests_user on book_requests (user_id);
