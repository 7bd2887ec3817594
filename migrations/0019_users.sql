-- What is looked for when people and orders are looked after: who was seen last, who is kept from signing in, orders by
-- their day and by what they cost.

alter table users add column last_seen_at timestamp not null default '1970-01-01T00:00:00.000Z'; -- to the hour
alter table users add column closed_at timestamp; -- since then nobody can sign in to it
alter table users add column closed_reason text; -- which they are told
update users set last_seen_at = created_at;
create index users_joined on users (created_at, id);
create index users_seen on users (last_seen_at, id);
create index users_staff on users (role, id) where role <> 'reader';
create index users_suspended on users (suspended_until, id) where suspended_until is not null;
create index users_closed on users (closed_at, id) where closed_at is not null;

create index orders_created on orders (created_at, id, total);
create index orders_status_created on orders (status, created_at, id, total);
create index orders_total on orders (total, id);
create index orders_status_total on orders (status, total, id);
create index refunds_waiting on refunds (id) where approved_at is null and declined_at is null;
create index refunds_owed on refunds (id) where approved_at is not null and settled_at is null;
