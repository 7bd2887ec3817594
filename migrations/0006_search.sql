-- What the search indexes follow: everything that changed about what can be found, in an order that all nodes share.

-- A transaction enters what it changed without a number, so that transactions never wait for one another here. Later
-- one node at a time gives numbers to what is there to be seen: see catalogue::changes.
create table search_changes (
    id key,
    kind text not null, -- book, author, series or genre
    item_id bigint not null,
    tick bigint, -- null: not numbered yet
    check (kind in ('book', 'author', 'series', 'genre'))
);
create index search_changes_new on search_changes (id) where tick is null;
create index search_changes_tick on search_changes (tick, id);
create index search_changes_item on search_changes (kind, item_id, id);

-- One row.
create table search_clock (
    id bigint not null primary key,
    tick bigint not null, -- the last number given
    shop text not null -- tells this database from another that an index may have followed; empty until one asks
);
insert into search_clock (id, tick, shop) values (1, 0, '');
