//! What became of a case, in a line that stands in its place or on top of the list, with the way back where there is one.

use i18n::Locale;
use maud::{Markup, html};
use ui::{Icon, icon};

use super::acts::quick;
use super::case::{Desk, writer_name};
use crate::moderation::{Act, Case};
use crate::pages::DESK;
use crate::{State, t};

/// Something that was done about a case, which is as it is since.
pub(super) struct Told<'a> {
    pub(super) act: Act,
    pub(super) case: &'a Case,
    /// The id of its place on the page.
    pub(super) id: &'a str,
}

/// What was done, in words.
pub(super) fn words(l: Locale, act: Act, case: &Case) -> String {
    let name = writer_name(l, case);
    let until = case.writer.as_ref().and_then(|writer| writer.suspended_until);
    match act {
        Act::Keep if case.comment.state == State::Deleted => t::did_close(l, name),
        Act::Keep => t::did_keep(l, name),
        Act::Restore => t::did_restore(l, name),
        Act::Hide => t::did_hide(l, name),
        Act::MarkSpoiler => t::did_mark_spoiler(l, name),
        Act::Warn => t::did_warn(l, name),
        Act::Suspend => {
            t::did_suspend(l, name, &until.map(|until| i18n::date_time(l, until)).unwrap_or_default())
        }
        Act::Reinstate => t::did_reinstate(l, name),
    }
}

impl Told<'_> {
    /// The line; nothing where it is not so, whatever an address says.
    pub(super) fn view(&self, desk: &Desk<'_>) -> Markup {
        if !self.is_so(desk) {
            return html! {};
        }
        let l = desk.page.locale;
        let words = words(l, self.act, self.case);
        let again = desk.page.url(&format!("{DESK}/{}", self.case.comment.id));
        html! {
            div.case.case--done id=(self.id) tabindex="-1" data-part data-done=(words) {
                p.case__done role="status" { (icon(Icon::CircleCheck)) span { (words) } }
                div.case__acts {
                    @match self.act {
                        Act::Hide => (quick(desk, self.case, &[(Act::Restore, t::undo_hide(l), "")])),
                        Act::Suspend => (quick(desk, self.case, &[(Act::Reinstate, t::act_reinstate(l), "")])),
                        _ => {}
                    }
                    a.button.button--plain href=(again) data-ink { span { (t::look_again(l)) } }
                }
            }
        }
    }

    fn is_so(&self, desk: &Desk<'_>) -> bool {
        let state = self.case.comment.state;
        let writer = self.case.writer.as_ref();
        let is_suspended =
            writer.and_then(|writer| writer.suspended_until).is_some_and(|until| until > desk.now);
        match self.act {
            Act::Keep => {
                state == State::Visible || (state == State::Deleted && self.case.queued_at.is_none())
            }
            Act::Restore => state == State::Visible,
            Act::Hide => state == State::Hidden,
            Act::MarkSpoiler => state == State::Visible && self.case.comment.spoiler,
            Act::Warn => writer.is_some_and(|writer| writer.warned > 0),
            Act::Suspend => is_suspended,
            Act::Reinstate => !is_suspended,
        }
    }
}
