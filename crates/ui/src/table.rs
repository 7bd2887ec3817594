//! Tables of things to be looked after: sorted by links, chosen by boxes, acted upon together, and read as cards on a small
//! screen.

use i18n::Locale;
use maud::{Markup, html};

use crate::{Button, Icon, button, icon, t};

/// Which way a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The smallest, the earliest, A first.
    Ascending,
    /// The largest, the latest, Z first.
    Descending,
}

/// A column whose heading sorts the list.
#[derive(Debug, Clone)]
pub struct SortLink {
    /// The list sorted by it; the other way round where it is sorted so already.
    pub href: String,
    /// Which way it is sorted now; `None` where it is sorted by something else.
    pub direction: Option<Direction>,
}

/// A column.
#[derive(Debug, Clone, Default)]
pub struct Column<'a> {
    /// What it tells.
    pub label: &'a str,
    /// Whether it tells numbers, which stand below each other.
    pub numeric: bool,
    /// How it sorts the list.
    pub sort: Option<SortLink>,
}

/// A row: its cells in the order of the columns, the first of which says what it is.
#[derive(Debug, Clone)]
pub struct TableRow {
    /// What its box sends.
    pub key: String,
    /// What it is called, for its box.
    pub name: String,
    /// The cells.
    pub cells: Vec<Markup>,
}

/// A table.
#[derive(Debug, Clone)]
pub struct Table<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it is a table of.
    pub caption: &'a str,
    /// The columns.
    pub columns: &'a [Column<'a>],
    /// The rows.
    pub rows: &'a [TableRow],
    /// What can be done with the rows that are chosen; without it they have no boxes.
    pub bulk: Option<Bulk<'a>>,
}

/// What can be done with all that are chosen.
#[derive(Debug, Clone)]
pub struct Bulk<'a> {
    /// Where the form goes. Keys are sent as `key`, the button pressed as `act`.
    pub action: &'a str,
    /// The session's token.
    pub csrf: &'a str,
    /// What can be done, in the order in which it is read.
    pub groups: Vec<BulkGroup<'a>>,
}

/// What belongs together among it: buttons, and before them the field that they need.
#[derive(Debug, Clone, Default)]
pub struct BulkGroup<'a> {
    /// What the field is about and its control, such as a price.
    pub field: Option<(&'a str, Markup)>,
    /// The buttons: what they send as `act`, and how they look.
    pub acts: Vec<(&'a str, Button<'a>)>,
}

/// Draws it.
pub fn table(l: Locale, table: &Table<'_>) -> Markup {
    let caption = format!("{}-caption", table.id);
    let form = format!("{}-form", table.id);
    let chosen = table.bulk.is_some().then_some(form.as_str());
    html! {
        shop-table.table-box {
            @if let Some(all) = &table.bulk { (bulk(l, &form, all)) }
            div.table-scroll role="region" aria-labelledby=(caption) tabindex="0" {
                table.table #(table.id) {
                    caption.visually-hidden #(caption) { (table.caption) }
                    thead {
                        tr {
                            @if chosen.is_some() {
                                td.table__box {
                                    label.tick hidden data-all {
                                        input.tick__box type="checkbox" aria-label=(t::table_choose_all(l));
                                    }
                                }
                            }
                            @for column in table.columns { (heading(column)) }
                        }
                    }
                    tbody { @for row in table.rows { (drawn(l, table.columns, row, chosen)) } }
                }
            }
        }
    }
}

fn heading(column: &Column<'_>) -> Markup {
    let direction = column.sort.as_ref().and_then(|sort| sort.direction);
    let sorted = direction.map(|way| match way {
        Direction::Ascending => "ascending",
        Direction::Descending => "descending",
    });
    html! {
        th.table__number[column.numeric] scope="col" aria-sort=[sorted] {
            @match &column.sort {
                None => (column.label),
                Some(sort) => a.table__sort href=(sort.href) data-ink {
                    (column.label)
                    @match direction {
                        Some(Direction::Ascending) => (icon(Icon::ChevronUp)),
                        Some(Direction::Descending) => (icon(Icon::ChevronDown)),
                        None => {},
                    }
                },
            }
        }
    }
}

fn drawn(l: Locale, columns: &[Column<'_>], row: &TableRow, form: Option<&str>) -> Markup {
    let mut cells = columns.iter().zip(&row.cells);
    let first = cells.next();
    html! {
        tr {
            @if let Some(form) = form {
                td.table__box {
                    label.tick {
                        input.tick__box type="checkbox" name="key" value=(row.key) form=(form)
                            aria-label=(t::table_choose(l, &row.name));
                    }
                }
            }
            @if let Some((_, cell)) = first { th.table__name scope="row" { (cell) } }
            @for (column, cell) in cells {
                td.table__number[column.numeric] data-label=(column.label) { (cell) }
            }
        }
    }
}

fn bulk(l: Locale, id: &str, bulk: &Bulk<'_>) -> Markup {
    html! {
        form.bulk #(id) method="post" action=(bulk.action) aria-label=(t::bulk(l)) {
            input type="hidden" name="csrf" value=(bulk.csrf);
            p.bulk__count role="status" data-chosen=(t::bulk_chosen(l)) { (t::bulk_hint(l)) }
            div.bulk__acts {
                @for group in &bulk.groups {
                    div.bulk__group {
                        @if let Some((label, control)) = &group.field {
                            label.bulk__field { span { (label) } (control) }
                        }
                        @for (act, press) in &group.acts { (button(press, Some(("act", act)))) }
                    }
                }
            }
        }
    }
}
