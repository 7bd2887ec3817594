//! What is done to several books at once, from their table.

use axum::response::{Redirect, Response};
use catalogue::Book;
use i18n::Locale;
use kernel::Id;
use maud::html;
use serde::Deserialize;
use ui::{BulkOutcome, Button, ButtonKind};
use web::admin::{Section, Shown};
use web::{App, FieldErrors, Form, Page};

use super::list::narrowed;
use super::{BOOKS, Tab};
use crate::books::act::{self, Bulk, Staff};
use crate::books::list;
use crate::words::books as t;

/// What is to be done to the books that were chosen.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    key: Vec<Id<Book>>,
    #[serde(default)]
    act: String,
    #[serde(default)]
    price: String,
    #[serde(default)]
    genre: String,
}

impl Chosen {
    /// What is to be done, or why nothing can be.
    fn bulk(&self, app: &App, l: Locale) -> Result<Bulk, String> {
        let genre = || {
            if self.genre.is_empty() {
                Err(t::bulk_genre_missing(l).to_owned())
            } else {
                Ok(self.genre.clone())
            }
        };
        match self.act.as_str() {
            "publish" => Ok(Bulk::Publish),
            "withdraw" => Ok(Bulk::Withdraw),
            "add_genre" => genre().map(Bulk::AddGenre),
            "remove_genre" => genre().map(Bulk::RemoveGenre),
            _ => {
                let mut errors = FieldErrors::default();
                let price = catalogue::edit::price(&self.price, app.settings.currency, &mut errors);
                let wrong = errors.of("price").map(|error| error.message.text(l).into_owned());
                price
                    .map(Bulk::Price)
                    .ok_or_else(|| wrong.unwrap_or_else(|| t::bulk_price_missing(l).to_owned()))
            }
        }
    }
}

/// `GET /admin/books/bulk`: whoever chooses another language where they were answered is led to the list.
pub(super) async fn again(page: Page) -> Redirect {
    Redirect::to(&narrowed(&page, BOOKS))
}

/// `POST /admin/books/bulk`: answers with what became of each.
pub(super) async fn act(page: Page, staff: Staff, Form(chosen): Form<Chosen>) -> web::Result<Response> {
    let l = page.locale;
    let keys: Vec<_> = chosen.key.iter().copied().take(act::BULK_MOST).collect();
    let wanted = if keys.is_empty() { Err(t::bulk_none(l).to_owned()) } else { chosen.bulk(&staff.app, l) };
    let told = match &wanted {
        Ok(bulk) => {
            let names = list::titles(&staff.app, &keys).await?;
            let outcomes = staff.bulk(&keys, bulk).await;
            let outcome = |(id, done): (Id<Book>, Result<_, _>)| outcome(&page, (id, &names), done);
            ui::bulk_outcomes(l, &outcomes.into_iter().map(outcome).collect::<Vec<_>>())
        }
        Err(words) => ui::alert(&ui::Alert { tone: ui::Tone::Danger, title: words, body: html! {} }),
    };
    let back = narrowed(&page, BOOKS);
    let way = Button { label: t::back_to_list(l), kind: ButtonKind::Outline, ..Button::default() };
    let body = html! { (told) p { (ui::button_link(&way, &back)) } };
    let (frame, body) = page.admin(Shown { body, parent: Some(BOOKS), ..Shown::new(Section::Books, l) });
    let answer = page.render(&frame, &body);
    Ok(if wanted.is_ok() { answer } else { web::to_correct(answer) })
}

fn outcome(
    page: &Page,
    (id, names): (Id<Book>, &[(Id<Book>, String)]),
    done: Result<catalogue::edit::Done, catalogue::edit::EditError>,
) -> BulkOutcome {
    let l = page.locale;
    let name = names.iter().find(|(key, _)| *key == id).map(|(_, title)| title.clone());
    let words = match &done {
        Ok(done) => match done.act.and_then(|act| crate::books::logged::act(l, act)) {
            Some(words) => words.to_owned(),
            None => t::was_so(l).to_owned(),
        },
        Err(error) => act::refused(l, error),
    };
    BulkOutcome {
        href: name.is_some().then(|| page.url(&Tab::Metadata.path(id))),
        name: name.unwrap_or_else(|| id.to_string()),
        done: done.is_ok(),
        words,
    }
}
