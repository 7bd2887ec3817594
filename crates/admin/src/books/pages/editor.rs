//! What the pages about one book share: how they are found, their heading, and the ways between them.

use axum::response::Response;
use catalogue::edit::{self, DeskFilter, DeskPart, DeskRow, DeskSort, Details, EditError, Order};
use catalogue::{Book, Status, paths, show};
use i18n::Locale;
use kernel::Id;
use maud::{Markup, html};
use ui::{Button, ButtonKind, CoverSize, Icon, Loading};
use web::admin::{Section, Shown};
use web::{App, FieldErrors, OrNotFound as _, Page};

use super::{BOOKS, Tab, schedule};
use crate::books::{act, logged};
use crate::words::books as t;

/// A book on the desk.
pub(super) struct Edited {
    pub(super) id: Id<Book>,
    pub(super) row: DeskRow,
    pub(super) details: Details,
}

impl Edited {
    /// The book with this key; a 404 where there is none.
    pub(super) async fn find(app: &App, id: Id<Book>) -> web::Result<Self> {
        let reading = app.db.reading().await?;
        let filter = DeskFilter { found: Some(vec![id]), ..DeskFilter::default() };
        let part = DeskPart {
            filter: &filter,
            sort: DeskSort::Updated,
            order: Order::Descending,
            after: None,
            rows: 1,
        };
        let (rows, details) = futures::try_join!(edit::list(&reading, part), Details::find(&reading, id))?;
        drop(reading);
        let row = rows.and_then(|mut rows| rows.pop());
        let (row, details) = row.zip(details).or_404()?;
        Ok(Self { id, row, details })
    }

    /// The answer with a page about it.
    pub(super) fn answer(&self, page: &Page, tab: Tab, told: &Told, body: &Markup) -> Response {
        let l = page.locale;
        let read = Button {
            label: if self.row.status == Status::Published { t::see_page(l) } else { t::preview(l) },
            icon: Some(Icon::ExternalLink),
            kind: ButtonKind::Outline,
            ..Button::default()
        };
        let shown = Shown {
            title: &self.row.title,
            heading: html! { bdi lang=(self.row.language) { (self.row.title) } },
            parent: Some(BOOKS),
            actions: ui::button_link(&read, &page.url(&paths::book(self.id, &self.row.title))),
            body: html! {
                (self.head(page))
                (tabs(page, self.id, tab))
                (told.view(l))
                (body)
            },
            ..Shown::new(Section::Books, l)
        };
        let (mut frame, view) = page.admin(shown);
        frame.has_problems = told.has_problems();
        let answer = page.render(&frame, &view);
        if told.is_refusal() { web::to_correct(answer) } else { answer }
    }

    fn head(&self, page: &Page) -> Markup {
        let l = page.locale;
        let authors: Vec<&str> = self.row.authors.iter().map(|author| author.name.as_str()).collect();
        html! {
            div.book-head {
                (ui::cover(&show::cover(&self.row.cover), CoverSize::Thumb, Loading::Eager))
                div {
                    p { (schedule::state(l, &self.row)) }
                    @if !authors.is_empty() { p.faint { (i18n::list_and(l, &authors)) } }
                    @if let Some(at) = self.row.publish_missed_at {
                        p.book-head__warning { (ui::icon(Icon::Warning)) (t::warning_missed(l, &i18n::date_time(l, at))) }
                    }
                    @if self.row.status == Status::Published && self.row.formats.is_empty() {
                        p.book-head__warning { (ui::icon(Icon::Warning)) (t::warning_no_file(l)) }
                    }
                }
            }
        }
    }
}

/// The ways between the pages about a book.
pub(crate) fn tabs(page: &Page, book: Id<Book>, now: Tab) -> Markup {
    let l = page.locale;
    let label = |tab| match tab {
        Tab::Metadata => t::tab_metadata(l),
        Tab::Offer => t::tab_offer(l),
        Tab::Cover => t::field_cover(l),
        Tab::Files => t::tab_files(l),
        Tab::History => t::tab_history(l),
    };
    html! {
        nav.tabs aria-label=(t::tabs(l)) {
            @for tab in Tab::ALL {
                a.tabs__tab href=(page.url(&tab.path(book))) data-ink aria-current=[(tab == now).then_some("page")] {
                    (label(tab))
                }
            }
        }
    }
}

/// What is told on top of a page: what is wrong with what was sent.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// What is wrong, by the id of the field.
    wrong: Vec<(String, String)>,
    /// Why nothing was done, where no field is to blame.
    refused: Option<String>,
    /// More about that.
    more: Option<Markup>,
}

impl Told {
    /// What a refusal says, with the fields by their ids in the form; failures are handed on.
    pub(super) fn of(l: Locale, error: EditError) -> web::Result<Self> {
        match error {
            EditError::Database(_) | EditError::NotFound => Err(act::refusal(error)),
            EditError::Invalid(errors) => Ok(Self::wrong(l, &errors)),
            error => Ok(Self { refused: Some(act::refused(l, &error)), ..Self::default() }),
        }
    }

    /// What is wrong with values.
    pub(super) fn wrong(l: Locale, errors: &FieldErrors) -> Self {
        let told = |error: &web::FieldError| (id_of(&error.field), error.message.text(l).into_owned());
        Self { wrong: errors.iter().map(told).collect(), ..Self::default() }
    }

    /// The same, with how the fields are now that changed meanwhile.
    pub(super) fn meanwhile(l: Locale, fields: &[String], by: &str, now: &Details) -> Self {
        let state = serde_json::to_value(now).unwrap_or_default();
        let value = |field: &str| {
            let value = &state[field];
            logged::value(l, field, value)
                .or_else(|| value.as_str().map(str::to_owned))
                .unwrap_or_else(|| "–".to_owned())
        };
        let refused = t::changed_meanwhile(l, by, &logged::names(l, fields.iter().map(String::as_str)));
        let more = html! {
            ul { @for name in fields { li { (logged::field(l, name).unwrap_or(name)) (ui::colon(l)) bdi { (value(name)) } } } }
            p { (t::save_over(l)) }
        };
        Self { wrong: Vec::new(), refused: Some(refused), more: Some(more) }
    }

    /// Why nothing was done.
    pub(super) fn refused(words: String) -> Self {
        Self { refused: Some(words), ..Self::default() }
    }

    /// What is wrong with a field.
    pub(super) fn at(&self, id: &str) -> Option<&str> {
        self.wrong.iter().find(|(field, _)| field == id).map(|(_, words)| words.as_str())
    }

    fn has_problems(&self) -> bool {
        !self.wrong.is_empty()
    }

    pub(super) fn is_refusal(&self) -> bool {
        self.has_problems() || self.refused.is_some()
    }

    pub(super) fn view(&self, l: Locale) -> Markup {
        let wrong: Vec<(&str, &str)> =
            self.wrong.iter().map(|(field, words)| (field.as_str(), words.as_str())).collect();
        html! {
            @if !wrong.is_empty() { (ui::problem_summary(l, &wrong)) }
            @if let Some(words) = &self.refused {
                @let body = self.more.clone().unwrap_or_default();
                (ui::alert(&ui::Alert { tone: ui::Tone::Danger, title: words, body }))
            }
        }
    }
}

/// The id in the form of a field of a book.
fn id_of(field: &str) -> String {
    match field {
        "authors" | "contributors" => "person-0".to_owned(),
        "price.amount" | "price.currency" => "price".to_owned(),
        "series.number" => "series_number".to_owned(),
        "genres" => "genre".to_owned(),
        other => other.to_owned(),
    }
}
