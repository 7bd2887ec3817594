//! One's own comments, each with what became of it.

use db::Db;
use i18n::Locale;
use kernel::Timestamp;
use maud::{Markup, html};
use ui::{Alert, Button, ButtonKind, Icon, Tone, icon};
use web::{Page, Paging, UserId};

use super::{Kind, listed, notices};
use crate::own::OwnComment;
use crate::pages::words::words;
use crate::pages::{MINE, paths};
use crate::{Comment, HeldBecause, State, t};

/// A part of them; the first one with what moderators did lately.
pub(super) async fn list(
    page: &Page,
    db: &Db,
    user: UserId,
    (paging, now): (&Paging, Timestamp),
) -> web::Result<Markup> {
    let l = page.locale;
    let after = paging.after()?;
    let told = if after.is_none() { notices::lately(page, db, user, now).await? } else { Markup::default() };
    let rows = OwnComment::list(db, user, (after, paging.rows())).await?;
    let list = paging.list(rows, |own| own.comment.id);
    let items: Vec<Markup> = list.items.iter().map(|own| item(page, own)).collect();
    let more = list.next_cursor.as_deref();
    Ok(html! { (told) (listed(page, Kind::Comments, (&items, more), t::mine_comments_empty(l))) })
}

fn item(page: &Page, own: &OwnComment) -> Markup {
    let l = page.locale;
    let comment = &own.comment;
    let id = format!("c-{}", comment.id);
    html! {
        article.own__comment id=(id) aria-labelledby={ (id) "-title" } {
            h2.own__title id={ (id) "-title" } {
                @if own.published {
                    a href=(page.url(&catalogue::paths::book(comment.book_id, &own.title))) { bdi { (own.title) } }
                } @else {
                    bdi { (own.title) }
                }
            }
            p.own__facts {
                (i18n::date_time(l, comment.created_at))
                @if comment.edited_at.is_some() { " · " (t::case_edited(l)) }
                @if comment.spoiler { " · " (t::case_spoiler(l)) }
            }
            (became(l, comment))
            (words(l, &comment.text))
            p.own__facts {
                span.own__count { (icon(Icon::Like)) (t::own_likes(l, comment.like_count)) }
                span.own__count { (icon(Icon::Reply)) (t::own_replies(l, comment.reply_count)) }
                @if stands(own) {
                    a href=(page.url(&paths::comment((comment.book_id, &own.title), comment.id))) { (t::own_thread(l)) }
                }
            }
            (ways(page, own))
        }
    }
}

/// What others see of it, where that is not all.
fn became(l: Locale, comment: &Comment) -> Markup {
    match comment.state {
        State::Held => {
            let title = match comment.held_because {
                Some(HeldBecause::Repeated) => t::own_held_repeated(l),
                Some(HeldBecause::Link) => t::own_held_link(l),
                Some(HeldBecause::Reports) | None => t::own_held_reports(l),
            };
            ui::alert(&Alert { tone: Tone::Info, title: t::own_held(l), body: html! { p { (title) } } })
        }
        State::Hidden => {
            let why = comment.hidden_because.map(|reason| t::own_reason(l, reason.label(l)));
            let note = comment.hidden_note.as_deref().filter(|note| !note.is_empty());
            let body = html! {
                @if let Some(why) = why { p { (why) } }
                @if let Some(note) = note { p dir="auto" { (note) } }
            };
            ui::alert(&Alert { tone: Tone::Warning, title: t::own_hidden(l), body })
        }
        State::Visible | State::Deleted => html! {},
    }
}

/// Whether it can be seen in its thread, by its writer at least.
fn stands(own: &OwnComment) -> bool {
    own.published && own.comment.state != State::Hidden
}

/// What can be done with it.
fn ways(page: &Page, own: &OwnComment) -> Markup {
    let l = page.locale;
    let id = own.comment.id;
    let edit = Button { label: t::own_edit(l), kind: ButtonKind::Outline, ..Button::default() };
    html! {
        div.own__ways {
            @if stands(own) { (ui::button_link(&edit, &page.url(&paths::of(id, "edit")))) }
            (ui::confirm_link(t::own_delete(l), &page.url(&format!("{MINE}/{id}/delete")), None))
        }
    }
}
