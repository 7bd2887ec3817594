-- How the shop did, a row for each day: counted again while the day lasts and for some days after, since an order that was placed
-- may be paid later. Nothing of it is precious: it can be counted again from what it counts.

create table daily_figures (
    day text not null primary key, -- YYYY-MM-DD, in the time of the shop
    revenue bigint not null, -- of orders that were paid, in minor units of the shop's currency
    refunded bigint not null, -- of what was paid back, the same
    orders bigint not null, -- that were paid
    placed bigint not null, -- with something to pay
    placed_paid bigint not null, -- of those that were placed, how many were paid by now
    refusals bigint not null, -- attempts to pay that the gateway refused
    readers bigint not null, -- accounts that were made
    reading_seconds bigint not null,
    counted_at timestamp not null
);

create index orders_completed_at on orders (completed_at) where completed_at is not null;
create index orders_created_at on orders (created_at);
create index payments_failed_at on payments (settled_at) where status = 'failed';
create index refunds_approved_at on refunds (approved_at) where approved_at is not null;
create index users_created_at on users (created_at);
create index reading_sessions_started_at on reading_sessions (started_at);
-- Books in the shop without anything to be read.
create index books_fileless on books (id) where status = 'published' and not has_epub and not has_pdf;
create index books_drafts on books (id) where status = 'draft';
