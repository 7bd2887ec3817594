-- Buying: carts, orders with what they cost then, payments and what a gateway told of them, receipts, refunds, the ledger.

-- One of a reader, or of a visitor's browser, which shows its token.
create table carts (
    id key,
    user_id bigint references users (id) on delete cascade,
    token_hash text, -- null: a reader's
    version bigint not null default 0, -- moved by whoever locks it
    merged_at timestamp, -- when a visitor's joined that of a reader; it is empty since
    updated_at timestamp not null,
    check ((user_id is null) <> (token_hash is null))
);
create unique index carts_user_id on carts (user_id) where user_id is not null;
create unique index carts_token_hash on carts (token_hash) where token_hash is not null;
create index carts_updated on carts (updated_at) where user_id is null;

create table cart_items (
    cart_id bigint not null references carts (id) on delete cascade,
    book_id bigint not null references books (id) on delete cascade,
    seen_amount bigint not null, -- the price that was last shown there: another one is told before paying
    seen_currency text not null,
    added_at timestamp not null,
    primary key (cart_id, book_id)
);
create index cart_items_book on cart_items (book_id);

-- How many books their cart holds: the bar of every page says so.
alter table users add column cart_count bigint not null default 0;

-- Kept when the account goes, without it: the law asks for the books of a business.
create table orders (
    id key,
    number text not null, -- what people call it; says nothing of how many there are
    user_id bigint references users (id) on delete set null,
    status text not null,
    reason text, -- of a cancelled one
    currency text not null,
    total bigint not null,
    refunded bigint not null default 0, -- of the total
    language text not null, -- of the buyer then: receipts and mails are in it
    version bigint not null default 0, -- moved by whoever locks it
    created_at timestamp not null,
    updated_at timestamp not null,
    completed_at timestamp,
    check (status in ('pending', 'processing', 'completed', 'cancelled')),
    check ((status = 'cancelled') = (reason is not null)),
    check (reason in ('failed', 'expired', 'by_reader', 'refunded')),
    check (total >= 0 and refunded between 0 and total)
);
create unique index orders_number on orders (number);
create index orders_user on orders (user_id, id);
create index orders_user_status on orders (user_id, status, id);
create index orders_status on orders (status, id);

-- What was bought, as it was then. List price less discount is what the line costs; a bundle or a coupon is a discount.
create table order_items (
    id key,
    order_id bigint not null references orders (id) on delete cascade,
    position bigint not null,
    book_id bigint references books (id) on delete set null,
    title text not null,
    authors text not null,
    isbn text,
    formats text not null, -- epub, pdf, or both with a comma
    list_amount bigint not null,
    amount bigint not null,
    refunded_at timestamp, -- the book was taken back then
    check (amount between 0 and list_amount)
);
create index order_items_order on order_items (order_id, position);
create index order_items_book on order_items (book_id);

-- Attempts to have an order paid. Written before the gateway is asked.
create table payments (
    id key,
    attempt text not null, -- what the gateway is told to call it
    order_id bigint not null references orders (id) on delete cascade,
    gateway text not null,
    mode text not null,
    status text not null,
    amount bigint not null,
    currency text not null,
    checkout_id text, -- what the gateway calls it
    pay_url text,
    return_hash text not null, -- of the token by which the browser is known again that comes back from paying
    method text,
    fee bigint, -- of the gateway, paid by the shop
    note text, -- why it is in doubt, for the operator
    checks bigint not null default 0, -- how often the gateway was asked since it was opened
    next_check_at timestamp, -- null: there is nothing left to ask
    created_at timestamp not null,
    opened_at timestamp,
    expires_at timestamp,
    settled_at timestamp,
    check (status in ('creating', 'open', 'processing', 'unknown', 'rejected', 'paid', 'failed', 'cancelled', 'expired', 'review')),
    check (mode in ('test', 'live'))
);
create unique index payments_attempt on payments (attempt);
create unique index payments_return_hash on payments (return_hash);
create unique index payments_checkout on payments (mode, checkout_id) where checkout_id is not null;
create unique index payments_live_attempt on payments (order_id) where status in ('creating', 'open', 'processing');
create index payments_order on payments (order_id, id);
create index payments_next_check on payments (next_check_at, id) where next_check_at is not null;
create index payments_doubt on payments (status, id) where status in ('unknown', 'review');

-- What a gateway sent, signed, byte for byte; each once.
create table payment_events (
    id key,
    mode text not null,
    event_id text not null,
    kind text not null,
    checkout_id text,
    sha256 text not null,
    raw bytes not null,
    received_at timestamp not null
);
create unique index payment_events_event on payment_events (mode, event_id);
create index payment_events_checkout on payment_events (mode, checkout_id) where checkout_id is not null;

-- What became of an order, for its timeline.
create table order_events (
    id key,
    order_id bigint not null references orders (id) on delete cascade,
    kind text not null,
    details json not null,
    at timestamp not null
);
create index order_events_order on order_events (order_id, id);

-- The last number given out, by series and year: there is no gap.
create table receipt_series (
    series text not null,
    year bigint not null,
    last bigint not null,
    primary key (series, year)
);

-- Receipts, and notes of credit for what was paid back.
create table receipts (
    id key,
    order_id bigint not null references orders (id),
    series text not null,
    year bigint not null,
    number bigint not null,
    amount bigint not null,
    details json not null, -- seller, buyer and method as they were then
    issued_at timestamp not null
);
create unique index receipts_number on receipts (series, year, number);
create index receipts_order on receipts (order_id, id);

-- Money that is to go back by hand, since the gateway cannot send it: an admin's decision, or a second payment.
create table refunds (
    id key,
    order_id bigint not null references orders (id),
    payment_id bigint references payments (id),
    kind text not null,
    amount bigint not null,
    note text not null default '',
    reference text, -- of the transfer by which it went back
    asked_by bigint references users (id) on delete set null, -- null: the program
    settled_by bigint references users (id) on delete set null,
    created_at timestamp not null,
    settled_at timestamp,
    check (kind in ('refund', 'duplicate_payment'))
);
create unique index refunds_payment on refunds (payment_id, kind) where kind = 'duplicate_payment';
create index refunds_order on refunds (order_id, id);
create index refunds_open on refunds (id) where settled_at is null;
create index refunds_asked_by on refunds (asked_by);
create index refunds_settled_by on refunds (settled_by);

-- Double entry: the lines of one posting add up to nothing.
create table ledger (
    id key,
    order_id bigint not null references orders (id),
    posting text not null, -- what happened, once: paid:<attempt>
    account text not null, -- gateway, sales, fees, owed
    amount bigint not null,
    currency text not null,
    at timestamp not null
);
create unique index ledger_posting on ledger (posting, account);
create index ledger_order on ledger (order_id, id);

-- A POST that was sent twice under the same key is done once, and answered alike.
create table idempotency_keys (
    owner text not null, -- whose key it is
    route text not null,
    name text not null, -- as it was sent
    body_hash text not null,
    status bigint, -- null: it is being done
    answer text,
    created_at timestamp not null,
    primary key (owner, route, name)
);
create index idempotency_keys_created on idempotency_keys (created_at);

-- Which order brought a book, so that a refund takes that back and nothing else. Null: no order did.
alter table library_entries add column order_id bigint references orders (id) on delete set null;
create index library_entries_order on library_entries (order_id) where order_id is not null;
