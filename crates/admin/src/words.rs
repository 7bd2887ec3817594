//! The words of the panel, a module for each of its parts.

i18n::messages!(books, bulk, dashboard, orders, panel, refunds, settings, shared, system, uploads, users);
