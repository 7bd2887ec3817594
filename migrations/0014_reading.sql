-- Reading: places, sittings, and what readers mark in books. All of it goes with the account and with the book.

-- The place last read, on whichever device. `last_read_at` is when it was read; a place that was read before is never taken.
-- Rows without a locator tell only how far somebody is.
alter table reading_progress add column locator json;
alter table reading_progress add column page bigint;
alter table reading_progress add column device_id text;
alter table reading_progress add column started_at timestamp; -- when they began, of the time that they read it now
alter table reading_progress add column anew_at timestamp; -- since when they read it once more
alter table reading_progress add column ended_at timestamp; -- when they were last at the end of its text
alter table reading_progress add column number bigint; -- of the last change, see reading_clocks
create index reading_progress_number on reading_progress (user_id, number);

-- Numbers the changes of a reader, so that a device can ask for those that it does not know. Its row is the lock under which
-- all that a reader reads and marks is changed.
create table reading_clocks (
    user_id bigint not null primary key references users (id) on delete cascade,
    number bigint not null
);

-- When something arrived that a device sent: sent again, it is taken as if it had arrived then. Only the latest.
create table reading_sendings (
    user_id bigint not null references users (id) on delete cascade,
    device_id text not null,
    sent_at timestamp not null, -- by the device's clock
    received_at timestamp not null, -- by ours
    number bigint not null,
    primary key (user_id, device_id, sent_at)
);
create index reading_sendings_number on reading_sendings (user_id, number);

-- Of each device where it was last, and the furthest that it came. A bounded number for each book.
create table reading_devices (
    user_id bigint not null references users (id) on delete cascade,
    book_id bigint not null references books (id) on delete cascade,
    device_id text not null,
    name text not null, -- may be empty
    last_read_at timestamp not null,
    percent double not null, -- where it was last
    furthest_at timestamp,
    furthest_percent double,
    furthest_page bigint,
    furthest_locator json,
    primary key (user_id, book_id, device_id)
);
create index reading_devices_book on reading_devices (book_id);
create index reading_devices_last on reading_devices (user_id, book_id, last_read_at);

-- Places to go back to: of each device the last one of each minute. A bounded number for each book.
create table reading_places (
    user_id bigint not null references users (id) on delete cascade,
    book_id bigint not null references books (id) on delete cascade,
    device_id text not null,
    minute bigint not null, -- since 1970
    read_at timestamp not null,
    percent double not null,
    page bigint,
    locator json not null,
    primary key (user_id, book_id, device_id, minute)
);
create index reading_places_book on reading_places (book_id);
create index reading_places_read on reading_places (user_id, book_id, read_at, device_id);

-- Each sitting on one device, from its first place to its last.
create table reading_sessions (
    id key,
    user_id bigint not null references users (id) on delete cascade,
    book_id bigint not null references books (id) on delete cascade,
    device_id text not null,
    started_at timestamp not null,
    ended_at timestamp not null,
    from_percent double not null,
    to_percent double not null,
    seconds bigint not null -- of reading
);
create index reading_sessions_device on reading_sessions (user_id, book_id, device_id, started_at);
create index reading_sessions_book on reading_sessions (book_id);

-- Markers, highlights and notes. What is deleted stays as an empty row for a while, so that an older word about it from a
-- device that was away does not bring it back.
create table annotations (
    id key,
    user_id bigint not null references users (id) on delete cascade,
    book_id bigint not null references books (id) on delete cascade,
    uuid text not null, -- made by the device
    kind text not null,
    colour text,
    note text not null, -- as it was typed; may be empty
    locator json, -- as the device made it; null once it is deleted
    found json, -- the locator in the file of now, where that is another one
    format text not null, -- of the file that it is in
    version text not null, -- of the file in which it was placed last
    status text not null, -- placed, moved or lost
    position double not null, -- its order in the text, 0 to 1
    created_at timestamp not null,
    updated_at timestamp not null,
    deleted_at timestamp,
    device_id text not null, -- that changed it last
    number bigint not null, -- of the last change, see reading_clocks
    check (kind in ('marker', 'highlight', 'note')),
    check (colour in ('yellow', 'green', 'blue', 'pink', 'purple')),
    check (status in ('placed', 'moved', 'lost')),
    check ((locator is null) = (deleted_at is not null))
);
create unique index annotations_user_id_uuid on annotations (user_id, uuid);
create index annotations_text on annotations (user_id, book_id, position, uuid) where deleted_at is null;
create index annotations_book on annotations (book_id, user_id);
create index annotations_number on annotations (user_id, number);
create index annotations_deleted on annotations (user_id, deleted_at) where deleted_at is not null;
