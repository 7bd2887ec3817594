//! The words of the panel, a module for each of its parts.

i18n::messages!(
    books, bulk, dashboard, home, names, orders, panel, refunds, sales, settings, shared, system, uploads,
    users
);
