//! A comment on the desk: what was said, to whom, about which book, what readers find wrong with it, and what is known of
//! the writer.

use cover::Size;
use i18n::Locale;
use kernel::{Id, Timestamp};
use maud::{Markup, html};
use ui::{Avatar, AvatarSize, Icon, icon};
use web::{FieldErrors, Identity, Page};

use super::acts::{self, Filled};
use super::told;
use crate::moderation::{Act, Case, ReportOn, WriterRecord};
use crate::pages::paths;
use crate::pages::words::words;
use crate::{Comment, HeldBecause, Reason, State, t, view};

/// Who looks at cases, when, and where their acts lead back to.
pub(super) struct Desk<'a> {
    pub(super) page: &'a Page,
    pub(super) me: &'a Identity,
    pub(super) now: Timestamp,
    pub(super) here: &'a str,
}

/// The id of a comment's place on the desk.
pub(super) fn element(id: Id<Comment>) -> String {
    format!("c-{id}")
}

/// What to call the writer of a case.
pub(super) fn writer_name<'a>(l: Locale, case: &'a Case) -> &'a str {
    let known =
        |writer: &'a WriterRecord| if writer.name.is_empty() { &writer.username } else { &writer.name };
    case.writer.as_ref().map_or(t::writer_gone(l), |writer| known(writer))
}

impl Desk<'_> {
    /// A case, with what was filled in where its form came back.
    pub(super) fn case(&self, case: &Case, filled: &Filled, errors: &FieldErrors) -> Markup {
        self.draw(case, None, &acts::draw(self, case, (filled, errors)))
    }

    /// A case whose writer something was just done about.
    pub(super) fn case_after(&self, act: Act, case: &Case) -> Markup {
        self.draw(case, Some(act), &acts::draw(self, case, (&Filled::default(), &FieldErrors::default())))
    }

    fn draw(&self, case: &Case, done: Option<Act>, acts: &Markup) -> Markup {
        let l = self.page.locale;
        let id = element(case.comment.id);
        let title = format!("{id}-title");
        let done = done.map(|act| told::words(l, act, case));
        html! {
            article.case id=(id) tabindex="-1" aria-labelledby=(title) data-part data-case data-done=[done.as_deref()] {
                @if let Some(words) = &done { p.case__done { (icon(Icon::CircleCheck)) span { (words) } } }
                h2.case__title id=(title) { (t::case_title(l, writer_name(l, case), &case.title)) }
                (self.why(case))
                @if let Some(parent) = &case.parent { (answered(l, parent)) }
                (self.comment(case))
                (self.reports(case))
                @if let Some(writer) = &case.writer { (self.writer(case, writer)) }
                (acts)
            }
        }
    }

    /// Why the comment is here.
    fn why(&self, case: &Case) -> Markup {
        let l = self.page.locale;
        let comment = &case.comment;
        let hidden = comment.hidden_because.map(|reason| t::case_hidden(l, reason.label(l)));
        html! {
            ul.case__why role="list" {
                @if case.report_count > 0 { li.case__sign.case__sign--reported { (icon(Icon::Flag)) (t::case_reports(l, case.report_count)) } }
                @if let Some(because) = comment.held_because { li.case__sign { (icon(Icon::Clock)) (held(l, because)) } }
                @if let Some(words) = &hidden { li.case__sign { (icon(Icon::Lock)) (words) } }
                @if comment.state == State::Deleted { li.case__sign { (icon(Icon::Trash)) (t::case_withdrawn(l)) } }
                @if comment.spoiler { li.case__sign { (icon(Icon::Warning)) (t::case_spoiler(l)) } }
                @if let Some(since) = case.queued_at { li.case__since { (t::case_since(l, &i18n::relative(l, since, self.now))) } }
            }
            @if let Some(note) = comment.hidden_note.as_deref().filter(|note| !note.is_empty()) {
                p.case__note { bdi { (note) } }
            }
        }
    }

    fn comment(&self, case: &Case) -> Markup {
        let l = self.page.locale;
        let comment = &case.comment;
        let path = self.page.url(&paths::comment((comment.book_id, &case.title), comment.id));
        // A comment that is hidden stands in no thread.
        let stands = matches!(comment.state, State::Visible | State::Held);
        html! {
            @if !comment.is_placeholder() { div.case__said { (words(l, &comment.text)) } }
            p.case__facts {
                (i18n::date_time(l, comment.created_at))
                @if comment.edited_at.is_some() { " · " (t::case_edited(l)) }
                @if let Some(percent) = comment.written_at_percent { " · " (t::case_read_to(l, &view::percent(l, percent))) }
                @if stands { " · " a href=(path) { (t::case_thread(l)) } }
            }
        }
    }

    fn reports(&self, case: &Case) -> Markup {
        let (l, reports) = (self.page.locale, &case.reports);
        // What was reported is shown where its writer has said it otherwise since, once for all who reported the same.
        let changed = |at: usize, report: &ReportOn| {
            report.words != case.comment.text && reports[..at].iter().all(|other| other.words != report.words)
        };
        html! {
            @if !reports.is_empty() {
                h3.case__heading { (t::case_reports_title(l)) }
                ul.case__reports role="list" {
                    @for (at, report) in reports.iter().enumerate() {
                        li.case__report.case__report--closed[report.closed_at.is_some()] {
                            p { b { (report.reason.label(l)) } " · " bdi dir="ltr" { "@" (report.username) } " · " (i18n::relative(l, report.created_at, self.now))
                                @if report.closed_at.is_some() { " · " (t::report_closed(l)) } }
                            @if !report.note.is_empty() { p.case__note dir="auto" { (report.note) } }
                            @if changed(at, report) {
                                p.case__then { (t::case_then(l)) }
                                div.case__said { (words(l, &report.words)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Who wrote it, and what became of what they wrote before.
    fn writer(&self, case: &Case, writer: &WriterRecord) -> Markup {
        let l = self.page.locale;
        let picture = case
            .comment
            .picture
            .as_deref()
            .map(|version| accounts::picture_path(writer.id, version, Size::Small));
        let name = writer_name(l, case);
        html! {
            h3.case__heading { (t::case_writer(l)) }
            div.case__writer {
                (ui::avatar(&Avatar { name, picture: picture.as_deref(), size: AvatarSize::Small }))
                div.case__record {
                    p { bdi { (name) } " " span.case__username { bdi dir="ltr" { "@" (writer.username) } } }
                    ul.case__facts role="list" { @for fact in self.record(writer) { li { (fact) } } }
                }
            }
        }
    }

    fn record(&self, writer: &WriterRecord) -> Vec<String> {
        let l = self.page.locale;
        let mut facts = vec![
            t::record_since(l, &i18n::date(l, writer.created_at)),
            t::record_visible(l, writer.visible),
            t::record_hidden(l, writer.hidden),
            t::record_warned(l, writer.warned),
            t::record_suspended(l, writer.suspended),
        ];
        let until = writer.suspended_until.filter(|until| *until > self.now);
        facts.extend(until.map(|until| t::record_until(l, &i18n::date_time(l, until))));
        facts
    }
}

/// What the comment answers.
fn answered(l: Locale, parent: &Comment) -> Markup {
    let to = parent.writer().unwrap_or(t::writer_gone(l));
    html! {
        details.case__parent {
            summary { (t::case_answers(l, to)) }
            @if parent.is_placeholder() { p { (t::case_parent_gone(l)) } }
            @else { (words(l, &parent.text)) }
        }
    }
}

fn held(l: Locale, because: HeldBecause) -> &'static str {
    match because {
        HeldBecause::Repeated => t::held_repeated(l),
        HeldBecause::Link => t::held_link(l),
        HeldBecause::Reports => t::held_reports(l),
    }
}

/// The reason that most reports give which are still to be looked at.
pub(super) fn most_given(case: &Case) -> Option<Reason> {
    let open = |reason: Reason| {
        case.reports.iter().filter(|one| one.reason == reason && one.closed_at.is_none()).count()
    };
    // Of several the first in the order of forms.
    Reason::ALL.into_iter().rev().max_by_key(|reason| open(*reason)).filter(|reason| open(*reason) > 0)
}
