-- Refunds line by line: who asked, who agreed, and what became of the books. And what the nightly look at the gateway finds.

alter table refunds add column keeps_books boolean not null default false; -- the reader keeps what is paid back
alter table refunds add column approved_by bigint references users (id) on delete set null;
alter table refunds add column approved_at timestamp; -- from then on the money is owed, and the books are taken back
alter table refunds add column declined_at timestamp; -- it waited for a second person, who said no
create index refunds_approved_by on refunds (approved_by);
create index refunds_payment_id on refunds (payment_id);

-- What a refund is about: a line is paid back once.
alter table order_items add column refund_id bigint references refunds (id);
create index order_items_refund on order_items (refund_id) where refund_id is not null;

-- Where the gateway's list and what is kept here do not agree: for an admin to look at. Each is noted once.
create table payment_findings (
    id key,
    mode text not null,
    checkout_id text not null,
    kind text not null,
    order_id bigint references orders (id) on delete cascade,
    details json not null, -- what is kept, and what the gateway says
    found_at timestamp not null,
    check (kind in ('no_payment', 'amount', 'fee', 'status'))
);
create unique index payment_findings_checkout on payment_findings (mode, checkout_id, kind);
create index payment_findings_order on payment_findings (order_id) where order_id is not null;

-- Downloads that an admin allows beside the usual ones.
alter table library_entries add column extra_downloads bigint not null default 0;
