//! The words of the panel, a module for each of its parts.

i18n::messages!(dashboard, panel, uploads);
