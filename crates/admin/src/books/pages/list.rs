//! `/admin/books`: all books as a table, narrowed and sorted, with what can be done to several.

use axum::extract::State;
use axum::response::Response;
use catalogue::edit::{DeskRow, DeskSort, Lacking, Order};
use catalogue::{Format, Genre, Status, show};
use discovery::Search;
use form_urlencoded::Serializer;
use i18n::Locale;
use kernel::Language;
use maud::{Markup, html};
use ui::{
    BulkGroup, Button, ButtonKind, Choice, Column, CoverSize, Direction, Icon, Loading, SortLink, Table,
    TableChoice, TableFilter, TableRow,
};
use web::admin::{Section, Shown};
use web::{App, List, ListQuery, Page};

use super::{ADD, BOOKS, BULK, NEW, Tab, schedule};
use crate::books::list;
use crate::books::wire::DeskQuery;
use crate::words::books as t;

/// Books of a part.
const BOOKS_AT_ONCE: u32 = 50;
/// The export, which has the filters of the list.
const EXPORT: &str = "/admin/books/export.csv";

/// `GET /admin/books`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    search: Search,
    query: ListQuery<DeskQuery>,
) -> web::Result<Response> {
    if let Some(response) = page.recall() {
        return Ok(response);
    }
    let paging = query.paging.with_default_limit(BOOKS_AT_ONCE);
    let filter = list::filter(&app, &search, &query.filters).await?;
    let part = list::part(&app, (filter.as_ref(), &query.filters), &paging).await?;
    let genres = Genre::all(&app.db, page.locale).await?;
    let view = View { page: &page, query: &query.filters, genres: &genres };
    let (frame, body) = page.admin(view.shown(&part, &app));
    Ok(page.remember(page.render(&frame, &body)))
}

/// The list as it is asked for.
struct View<'a> {
    page: &'a Page,
    query: &'a DeskQuery,
    genres: &'a [Genre],
}

impl View<'_> {
    fn shown<'b>(&self, part: &List<DeskRow>, app: &App) -> Shown<'b> {
        let (page, l) = (self.page, self.page.locale);
        let add = Button { label: t::add(l), icon: Some(Icon::Plus), ..Button::default() };
        let export = Button {
            label: t::export(l),
            icon: Some(Icon::Download),
            kind: ButtonKind::Outline,
            ..Button::default()
        };
        let body = html! {
            (self.filter())
            @if part.items.is_empty() {
                (self.nothing())
            } @else {
                (self.table(part, app))
                (self.ways(part))
            }
        };
        let actions = html! {
            (ui::button_link(&export, &self.address(EXPORT, &[])))
            (ui::button_link(&add, &page.url(ADD)))
        };
        Shown { actions, body, ..Shown::new(Section::Books, l) }
    }

    /// What the list is narrowed to, as parameters.
    fn pairs(&self) -> Vec<(&'static str, String)> {
        let query = self.query;
        let word = |value: Option<&str>| value.unwrap_or_default().to_owned();
        let pairs = [
            ("q", word(query.q.as_deref())),
            ("status", word(query.status.map(Status::as_str))),
            ("genre", word(query.genre.as_deref())),
            ("language", query.language.map(|language| language.to_string()).unwrap_or_default()),
            ("format", word(query.format.map(Format::as_str))),
            ("missing", word(query.missing.map(Lacking::as_str))),
        ];
        pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The list's own order, where it is not the usual one, as parameters.
    fn order(&self) -> Vec<(&'static str, String)> {
        let sort = self.query.sort.map(|sort| ("sort", sort.to_string()));
        let order = self.query.order.map(|order| ("order", order.to_string()));
        sort.into_iter().chain(order).collect()
    }

    fn address(&self, path: &str, more: &[(&str, String)]) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(self.pairs()).extend_pairs(more);
        let query = query.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", self.page.url(path))
    }

    fn filter(&self) -> Markup {
        let (l, query) = (self.page.locale, self.query);
        let action = self.page.url(BOOKS);
        let order = self.order();
        let filter = TableFilter {
            action: &action,
            search: Some((t::search(l), query.q.as_deref().unwrap_or_default())),
            choices: vec![
                TableChoice { name: "status", label: t::field_status(l), choices: statuses(l, query.status) },
                TableChoice { name: "genre", label: t::genre(l), choices: self.genre_choices() },
                TableChoice {
                    name: "language",
                    label: t::field_language(l),
                    choices: languages(l, query.language),
                },
                TableChoice { name: "format", label: t::format(l), choices: formats(l, query.format) },
                TableChoice { name: "missing", label: t::missing(l), choices: missing(l, query.missing) },
            ],
            keep: order.iter().map(|(name, value)| (*name, value.as_str())).collect(),
            narrowed: !self.pairs().is_empty(),
        };
        ui::table_filter(l, &filter)
    }

    fn genre_choices(&self) -> Vec<Choice> {
        let wanted = self.query.genre.as_deref().unwrap_or_default();
        let all = Choice::new("", t::all(self.page.locale), wanted.is_empty());
        let choice = |genre: &Genre| {
            Choice::new(&genre.slug, &genre.name, genre.slug == wanted || genre.id.to_string() == wanted)
        };
        std::iter::once(all).chain(self.genres.iter().map(choice)).collect()
    }

    fn table(&self, part: &List<DeskRow>, app: &App) -> Markup {
        let (page, l) = (self.page, self.page.locale);
        let columns = [
            self.column(t::book(l), Some(DeskSort::Title), false),
            self.column(t::field_status(l), None, false),
            self.column(t::field_price(l), Some(DeskSort::Price), true),
            self.column(t::format(l), None, false),
            self.column(t::sales(l), Some(DeskSort::Sales), true),
            self.column(t::rating(l), Some(DeskSort::Rating), true),
            self.column(t::updated(l), Some(DeskSort::Updated), false),
        ];
        let now = app.clock.now();
        let rows: Vec<TableRow> = part.items.iter().map(|row| self::row(page, row, now)).collect();
        let action = narrowed(page, BULK);
        let bulk = ui::Bulk { action: &action, csrf: page.csrf(), groups: self.bulk_groups() };
        ui::table(
            l,
            &Table { id: "books", caption: t::caption(l), columns: &columns, rows: &rows, bulk: Some(bulk) },
        )
    }

    /// What can be done with the chosen books, each field before the buttons that need it. Enter in the field of a price
    /// presses the form's first button, which therefore is the price's.
    fn bulk_groups(&self) -> Vec<BulkGroup<'_>> {
        let l = self.page.locale;
        let outline = |label| Button { label, kind: ButtonKind::Outline, ..Button::default() };
        // Beside its field a word is enough to look at.
        let beside = |label, whole| Button { aria_label: Some(whole), ..outline(label) };
        let price = html! { input name="price" inputmode="decimal" size="6" dir="ltr" autocomplete="off"; };
        let genres: Vec<Choice> = std::iter::once(Choice::new("", t::choose(l), true))
            .chain(self.genres.iter().map(|genre| Choice::new(&genre.slug, &genre.name, false)))
            .collect();
        vec![
            BulkGroup {
                field: Some((t::field_price(l), price)),
                acts: vec![("price", beside(t::price_deed(l), t::set_price(l)))],
            },
            BulkGroup {
                field: Some((t::genre(l), ui::bare_select("genre", None, &genres))),
                acts: vec![
                    ("add_genre", beside(t::genre_add_deed(l), t::add_genre(l))),
                    ("remove_genre", beside(t::genre_remove_deed(l), t::remove_genre(l))),
                ],
            },
            BulkGroup {
                field: None,
                acts: vec![("publish", outline(t::publish(l))), ("withdraw", outline(t::withdraw(l)))],
            },
        ]
    }

    /// A list of what lacks something has one order only.
    fn column<'b>(&self, label: &'b str, sort: Option<DeskSort>, numeric: bool) -> Column<'b> {
        let (now, order) = self.query.sorted();
        let sortable = self.query.missing.is_none() || self.query.q.is_some();
        let sort = sort.filter(|sort| sortable || *sort == DeskSort::Updated).map(|sort| {
            let usual = if sort == DeskSort::Title { Order::Ascending } else { Order::Descending };
            let other = match order {
                Order::Ascending => Order::Descending,
                Order::Descending => Order::Ascending,
            };
            let to = if sort == now { other } else { usual };
            let direction = match order {
                Order::Ascending => Direction::Ascending,
                Order::Descending => Direction::Descending,
            };
            SortLink {
                href: self.address(BOOKS, &[("sort", sort.to_string()), ("order", to.to_string())]),
                direction: (sort == now).then_some(direction),
            }
        });
        Column { label, numeric, sort }
    }

    /// The ways to the first part and to the next.
    fn ways(&self, part: &List<DeskRow>) -> Markup {
        let l = self.page.locale;
        let order = self.order();
        let later = self.page.query().contains("cursor=");
        html! {
            @if later || part.next_cursor.is_some() {
                nav.table-ways aria-label=(t::parts(l)) {
                    @if later {
                        @let first = Button { label: t::first(l), kind: ButtonKind::Outline, ..Button::default() };
                        (ui::button_link(&first, &self.address(BOOKS, &order)))
                    }
                    @if let Some(cursor) = &part.next_cursor {
                        @let next = Button { label: t::next(l), kind: ButtonKind::Outline, ..Button::default() };
                        @let more: Vec<_> = order.iter().cloned().chain([("cursor", cursor.clone())]).collect();
                        (ui::button_link(&next, &self.address(BOOKS, &more)))
                    }
                }
            }
        }
    }

    fn nothing(&self) -> Markup {
        let (page, l) = (self.page, self.page.locale);
        if self.pairs().is_empty() {
            let add = Button { label: t::add(l), icon: Some(Icon::Plus), ..Button::default() };
            let by_hand = Button { label: t::add_by_hand(l), kind: ButtonKind::Outline, ..Button::default() };
            let ways = html! {
                (ui::button_link(&add, &page.url(ADD)))
                (ui::button_link(&by_hand, &page.url(NEW)))
            };
            return ui::empty_state(t::empty(l), &ways);
        }
        let whole = Button { label: t::show_all(l), kind: ButtonKind::Outline, ..Button::default() };
        ui::empty_state(
            t::none_found(l),
            &ui::button_link(&whole, &format!("{}?{}", page.url(BOOKS), ui::WHOLE_LIST)),
        )
    }
}

fn row(page: &Page, row: &DeskRow, now: kernel::Timestamp) -> TableRow {
    let l = page.locale;
    let authors: Vec<&str> = row.authors.iter().map(|author| author.name.as_str()).collect();
    let name = html! {
        span.book-cell {
            (ui::cover(&show::cover(&row.cover), CoverSize::Thumb, Loading::Lazy))
            span.book-cell__text {
                a href=(page.url(&Tab::Metadata.path(row.id))) { bdi lang=(row.language) { (row.title) } }
                span.book-cell__authors { (i18n::list_and(l, &authors)) }
            }
        }
    };
    let rating = row.ratings.mean().map(|tenths| i18n::decimal(l, tenths, 1));
    let cells = vec![
        name,
        schedule::state(l, row),
        html! { @match row.price { Some(price) => (price_words(l, price)), None => span.faint { (t::no_price(l)) } } },
        html! {
            @if row.formats.is_empty() { span.faint { (t::no_file(l)) } }
            @for (at, format) in row.formats.iter().enumerate() { @if at > 0 { " · " } (show::format_name(*format)) }
        },
        html! { (i18n::number(l, row.sales)) },
        html! { @match rating { Some(mean) => (mean), None => "–" } },
        html! { (i18n::relative(l, row.updated_at, now)) },
    ];
    TableRow { key: row.id.to_string(), name: row.title.clone(), cells }
}

/// What a book costs, in words.
pub(super) fn price_words(l: Locale, price: kernel::Money) -> String {
    if price.is_zero() { t::free(l).to_owned() } else { i18n::price(l, price) }
}

/// Where a book stands, as a mark.
pub(crate) fn status_badge(l: Locale, status: Status) -> Markup {
    let words = crate::books::logged::status(l, status.as_str()).unwrap_or_default();
    html! { span.status-mark data-status=(status.as_str()) { (words) } }
}

fn statuses(l: Locale, chosen: Option<Status>) -> Vec<Choice> {
    let all = [Status::Published, Status::Draft, Status::Withdrawn];
    let choice = |status: Status| {
        let words = crate::books::logged::status(l, status.as_str()).unwrap_or_default();
        Choice::new(status.as_str(), words, chosen == Some(status))
    };
    std::iter::once(Choice::new("", t::all(l), chosen.is_none())).chain(all.map(choice)).collect()
}

fn languages(l: Locale, chosen: Option<Language>) -> Vec<Choice> {
    let known = super::form::LANGUAGES.iter().filter_map(|tag| tag.parse().ok());
    let other = chosen.into_iter().filter(|language| !super::form::LANGUAGES.contains(&language.as_str()));
    let choice = |language: Language| {
        Choice::new(language.to_string(), i18n::language_name(l, &language), chosen == Some(language))
    };
    std::iter::once(Choice::new("", t::all(l), chosen.is_none()))
        .chain(known.chain(other).map(choice))
        .collect()
}

fn formats(l: Locale, chosen: Option<Format>) -> Vec<Choice> {
    let choice =
        |format: Format| Choice::new(format.as_str(), show::format_name(format), chosen == Some(format));
    let all = Choice::new("", t::all(l), chosen.is_none());
    vec![all, choice(Format::Epub), choice(Format::Pdf)]
}

fn missing(l: Locale, chosen: Option<Lacking>) -> Vec<Choice> {
    let choice = |lacking: Lacking, words| Choice::new(lacking.as_str(), words, chosen == Some(lacking));
    vec![
        Choice::new("", t::missing_any(l), chosen.is_none()),
        choice(Lacking::Files, t::missing_files(l)),
        choice(Lacking::Cover, t::missing_cover(l)),
        choice(Lacking::Description, t::missing_description(l)),
        choice(Lacking::Price, t::missing_price(l)),
        choice(Lacking::Publication, t::missing_publication(l)),
    ]
}

/// An address with what the list is narrowed to.
pub(super) fn narrowed(page: &Page, path: &str) -> String {
    let mark = if page.query().is_empty() { "" } else { "?" };
    format!("{}{mark}{}", page.url(path), page.query())
}
