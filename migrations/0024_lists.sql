-- Lists of those who run the shop, however many rows there are and however rare what is looked for.

-- All books, in the shop or not, each order with all that it is narrowed by: no book is read but those which are shown. They take
-- the place of an index for each status, and of that of titles.
drop index books_updated;
drop index books_aside_updated;
drop index books_aside_title;
drop index books_aside_price;
drop index books_aside_sales;
drop index books_aside_rating;
drop index books_by_title;
create index books_all_updated on books (updated_at, id, status, language, has_epub, has_pdf);
create index books_all_title on books (folded_title, id, status, language, has_epub, has_pdf);
create index books_all_price on books ((coalesce(price_amount, -1)), id, price_amount, status, language, has_epub, has_pdf);
create index books_all_sales on books (sales_count, id, status, language, has_epub, has_pdf);
create index books_all_rating on books (rating_score, id, status, language, has_epub, has_pdf);

-- What a book lacks, with the same beside it.
drop index books_without_file;
drop index books_without_cover;
drop index books_without_description;
drop index books_without_price;
create index books_without_file on books (updated_at, id, status, language) where has_epub = false and has_pdf = false;
create index books_without_cover on books (updated_at, id, status, language, has_epub, has_pdf) where cover_drawn = true;
create index books_without_description on books (updated_at, id, status, language, has_epub, has_pdf) where description = '';
create index books_without_price on books (updated_at, id, status, language, has_epub, has_pdf) where price_amount is null;

-- Orders by what they cost, between two times.
drop index orders_total;
drop index orders_status_total;
create index orders_total on orders (total, id, created_at);
create index orders_status_total on orders (status, total, id, created_at);

-- What was decided about a refund.
create index refunds_declined on refunds (id) where declined_at is not null;

-- The audit log, whichever two things it is narrowed to.
create index audit_log_kind on audit_log (subject_kind, id);
create index audit_log_key on audit_log (subject_id, id);
create index audit_log_actor_act on audit_log (actor_id, act, id);
create index audit_log_actor_kind on audit_log (actor_id, subject_kind, id);
create index audit_log_act_kind on audit_log (act, subject_kind, id);

-- Whether a cancelled order was cancelled by the shop; its reason says by_reader then, as the older rule of that column wants it.
alter table orders add column by_shop boolean not null default false;

-- How far the devices of a book's readers came, a part at a time.
drop index reading_devices_book;
create index reading_devices_book on reading_devices (book_id, user_id, device_id);
