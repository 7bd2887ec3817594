//! One comment: who wrote it, when and how far in the book, what it says, and what can be done with it.

use catalogue::Book;
use cover::Size;
use kernel::{Id, Timestamp};
use maud::{Markup, html};
use ui::{Alert, Avatar, AvatarSize, Icon, Tone, avatar, icon};
use web::{Capability, Page};

use super::said;
use crate::pages::paths;
use crate::{Comment, HeldBecause, State, Viewer, t};

/// Where comments are looked at: on which page, by whom, when.
#[derive(Clone, Copy)]
pub(crate) struct Seen<'a> {
    /// The page they stand on.
    pub(crate) page: &'a Page,
    /// Who looks at them.
    pub(crate) viewer: &'a Viewer,
    /// The book they are about, and its title.
    pub(crate) book: (Id<Book>, &'a str),
    /// When.
    pub(crate) now: Timestamp,
    /// The one that the address names.
    pub(crate) target: Option<Id<Comment>>,
}

impl Seen<'_> {
    /// The address of a comment, from the root of the site.
    pub(crate) fn address(&self, id: Id<Comment>) -> String {
        self.page.url(&paths::comment(self.book, id))
    }

    /// Whether something is offered to whoever looks: visitors are led to sign in when they take it up.
    fn offers_talk(&self) -> bool {
        self.page.reader().is_none_or(|me| me.can(Capability::Talk))
    }
}

/// Draws it; of one that may not be read its place.
pub(crate) fn article(seen: &Seen<'_>, comment: &Comment) -> Markup {
    if comment.is_placeholder() {
        return gone(seen, comment);
    }
    let l = seen.page.locale;
    let name = format!("c-{}-by", comment.id);
    let is_target = seen.target == Some(comment.id);
    html! {
        article.said id=(format_args!("c-{}", comment.id)) aria-labelledby=(name) tabindex="-1"
            aria-current=[is_target.then_some("true")] data-mine[seen.viewer.wrote(comment)] {
            (head(seen, comment, &name))
            (status(seen, comment))
            div.said__text { (said(l, seen.viewer, comment)) }
            @if comment.state == State::Visible { (actions(seen, comment)) }
        }
    }
}

/// The place of a comment that nobody may read any more.
pub(crate) fn gone(seen: &Seen<'_>, comment: &Comment) -> Markup {
    let l = seen.page.locale;
    let words = if comment.state == State::Deleted { t::gone_deleted(l) } else { t::gone_hidden(l) };
    let is_target = seen.target == Some(comment.id);
    html! {
        article.said.said--gone id=(format_args!("c-{}", comment.id)) tabindex="-1"
            aria-current=[is_target.then_some("true")] {
            p { (words) }
        }
    }
}

/// A comment's writer, with the mark of who owns the book.
fn by_line(seen: &Seen<'_>, comment: &Comment) -> Markup {
    let l = seen.page.locale;
    html! {
        b { bdi { (comment.writer().unwrap_or_default()) } }
        @if comment.owns_book { " " span.said__owner { (icon(Icon::CircleCheck)) (t::owns_book(l)) } }
    }
}

fn head(seen: &Seen<'_>, comment: &Comment, name: &str) -> Markup {
    let l = seen.page.locale;
    let picture = comment.user_id.zip(comment.picture.as_deref());
    let picture = picture.map(|(id, version)| accounts::picture_path(id, version, Size::Small));
    let writer = comment.writer().unwrap_or_default();
    html! {
        header.said__head {
            (avatar(&Avatar { name: writer, picture: picture.as_deref(), size: AvatarSize::Small }))
            div.said__who {
                p.said__by id=(name) { (by_line(seen, comment)) }
                p.said__facts { span.said__line { (facts(seen, comment)) } }
            }
            (menu(seen, comment))
        }
        @if let Some(answers) = comment.answers.as_ref().filter(|_| comment.parent_id != comment.root_id) {
            p.said__answers { (icon(Icon::Reply)) span { (t::answers(l, answers)) } }
        }
    }
}

/// When it was written, whether it was changed, what its writer gives the book and how far they had read.
fn facts(seen: &Seen<'_>, comment: &Comment) -> Markup {
    let l = seen.page.locale;
    html! {
        span {
            a href=(seen.address(comment.id)) {
                time datetime=(comment.created_at) { (i18n::relative(l, comment.created_at, seen.now)) }
            }
        }
        @if comment.edited_at.is_some() { span { (t::edited(l)) } }
        @if let Some(tenths) = comment.rating {
            span.said__rating {
                span.visually-hidden { (t::gives(l, &i18n::decimal(l, tenths, 1))) }
                span aria-hidden="true" { (icon(Icon::Star)) (i18n::decimal(l, tenths, 1)) }
            }
        }
        @if let Some(percent) = comment.written_at_percent.filter(|percent| *percent > 0.0) {
            span { (t::written_at(l, &super::percent(l, percent))) }
        }
    }
}

/// What its writer, and moderators, are told of a comment that others do not see.
fn status(seen: &Seen<'_>, comment: &Comment) -> Markup {
    let l = seen.page.locale;
    let (title, why) = match comment.state {
        State::Held => (
            t::held_title(l),
            comment.held_because.map(|because| match because {
                HeldBecause::Repeated => t::waits_repeated(l).to_owned(),
                HeldBecause::Link => t::waits_link(l).to_owned(),
                HeldBecause::Reports => t::waits_reports(l).to_owned(),
            }),
        ),
        State::Hidden => {
            (t::hidden_title(l), comment.hidden_because.map(|reason| t::hidden_because(l, reason.label(l))))
        }
        State::Visible | State::Deleted => return html! {},
    };
    let note = comment.hidden_note.as_deref().filter(|note| !note.is_empty());
    let body = html! {
        @if let Some(why) = why { p { (why) } }
        @if let Some(note) = note { p dir="auto" { (note) } }
    };
    ui::alert(&Alert { tone: Tone::Warning, title, body })
}

fn actions(seen: &Seen<'_>, comment: &Comment) -> Markup {
    let l = seen.page.locale;
    html! {
        div.said__actions {
            (like(seen, comment))
            @if seen.offers_talk() {
                a.said__action href=(seen.page.url(&paths::of(comment.id, "reply"))) data-reply=(comment.id) data-ink
                    aria-label=(t::reply_to(l, comment.writer().unwrap_or_default())) {
                    (icon(Icon::Reply)) span { (t::reply(l)) }
                }
            }
        }
    }
}

/// The button that likes it; of one's own comment, and for whoever may not talk, only how many do.
fn like(seen: &Seen<'_>, comment: &Comment) -> Markup {
    let l = seen.page.locale;
    let count = (comment.like_count > 0).then(|| i18n::number(l, comment.like_count));
    let inside = html! {
        (icon(Icon::Like))
        span.visually-hidden { (t::likes(l)) " " }
        span data-count=(comment.like_count) { (count.unwrap_or_default()) }
    };
    let can_like = !seen.viewer.wrote(comment) && seen.offers_talk();
    html! {
        @if can_like {
            button.said__action.said__like type="submit" form="keep" name="on" data-ink
                formaction=(seen.page.url(&paths::of(comment.id, "like")))
                value=(if comment.is_liked { "no" } else { "yes" })
                aria-pressed=(if comment.is_liked { "true" } else { "false" }) { (inside) }
        } @else if comment.like_count > 0 {
            span.said__action { (inside) }
        }
    }
}

/// What is done more rarely.
fn menu(seen: &Seen<'_>, comment: &Comment) -> Markup {
    let l = seen.page.locale;
    let to = |what: &str| seen.page.url(&paths::of(comment.id, what));
    let is_mine = seen.viewer.wrote(comment);
    let talks = seen.offers_talk();
    html! {
        details.menu {
            summary.icon-button data-ink aria-label=(t::more_of(l, comment.writer().unwrap_or_default())) {
                (icon(Icon::More))
            }
            ul.menu__list role="list" {
                @if is_mine && talks {
                    @if comment.state != State::Hidden {
                        li { a href=(to("edit")) data-inline { (icon(Icon::Pencil)) span { (t::edit(l)) } } }
                    }
                    li { a href=(to("delete")) data-inline { (icon(Icon::Trash)) span { (t::delete(l)) } } }
                } @else if !is_mine && talks && comment.state == State::Visible {
                    li { a href=(to("report")) data-inline { (icon(Icon::Flag)) span { (t::report(l)) } } }
                }
                li { a href=(seen.address(comment.id)) data-copy { (icon(Icon::Link)) span { (t::link(l)) } } }
            }
        }
    }
}
